-- Multiplies the pending requests that Pending.java has asked for: :requests more of them, of every kind as many, asked over
-- the last days and waiting for as long; and :ended that somebody rejected some time ago, each with its vote.
-- psql -v requests=50000 -v ended=100000 -f benchmarks/pending-fill.sql
begin;
create temporary table kinds on commit drop as
    select row_number() over (order by r.id) - 1 as number, count(*) over () as kinds, r as request
    from approval_request r where r.status = 'PENDING' and r.request_number not like 'APR-fill-%';
create temporary table filler on commit drop as
    select (kind.request).*, i >= :requests as over from kinds kind
    join generate_series(0, :requests + :ended - 1) i on i % kind.kinds = kind.number;
create temporary sequence filled;
update filler set id = gen_random_uuid(), request_number = 'APR-fill-' || gen_random_uuid(), approvals_given = 0, rejections_given = 0;
update filler set requested_at = requested_at - nextval('filled') * interval '2 seconds',
                  expires_at = now() + interval '7 days' - random() * interval '6 days';
update filler set status = 'REJECTED', rejections_given = 1, resolved_at = requested_at + interval '5 minutes', resolution_reason = 'no'
    where over;
insert into approval_vote (request_uuid, input_revision, person, verdict, roles, comment, channel, decided_at)
    select id, input_revision, (array['alex', 'blake', 'casey'])[1 + (nextval('filled') % 3)::int], 'REJECT', '[]', 'no', 'REST', resolved_at
    from filler where over;
alter table filler drop column over;
insert into approval_request select * from filler;
drop sequence filled;
commit;
vacuum analyze;
