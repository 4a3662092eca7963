-- By which key somebody acted, as the row's details tell it; for finding rows only: the chain covers the details.
alter table audit_log add column key_id varchar(64);
create index audit_log_by_key on audit_log (key_id, seq);
