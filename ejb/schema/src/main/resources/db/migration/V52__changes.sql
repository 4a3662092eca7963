-- A change of anything that waits for other people's agreement: what is carried out when the request of the same id is approved.
create table approval_change (
  request_id uuid not null primary key,
  subject_type varchar(64) not null,
  subject_id varchar(255) not null,
  payload varchar(1048576) not null,
  base_version bigint
);
create index approval_change_by_subject on approval_change (subject_type, subject_id);

-- Changes of policies were the only ones so far, and were asked for as tools.
insert into approval_change (request_id, subject_type, subject_id, payload, base_version)
  select request_id, 'policy', cast(policy_id as varchar(36)),
    '{"operation":"' || lower(operation) || '"' || coalesce(',"policy":' || draft, '') || '}',
    base_version
  from approval_policy_change where policy_id is not null;
update approval_request set kind = 'CHANGE' where id in (select request_id from approval_change);
drop table approval_policy_change;
