-- Roles that may decide as well since an escalation step, as a JSON array.
alter table approval_request add column widened_roles varchar(1048576);
