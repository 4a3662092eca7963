-- Multiplies the pending requests that Pending.java has asked for: :requests more of them, of every kind as many, asked over
-- the last days and waiting for as long. psql -v requests=50000 -f benchmarks/pending-fill.sql
begin;
create temporary table filler on commit drop as
    select (kind.request).*
    from (select row_number() over (order by r.id) - 1 as number, count(*) over () as kinds, r as request
          from approval_request r where r.status = 'PENDING') kind
    join generate_series(0, :requests - 1) i on i % kind.kinds = kind.number;
create temporary sequence filled;
update filler set id = gen_random_uuid(), request_id = 'APR-fill-' || gen_random_uuid(), approvals_given = 0, rejections_given = 0;
update filler set requested_at = requested_at - nextval('filled') * interval '5 seconds',
                  expires_at = now() + interval '7 days' - random() * interval '6 days';
insert into approval_request select * from filler;
drop sequence filled;
commit;
analyze;
