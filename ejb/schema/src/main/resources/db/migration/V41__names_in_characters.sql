-- Lengths are counted in characters as people count them; H2 counts a character beyond the basic plane twice.
alter table workflow alter column name set data type varchar(400);
alter table workflow alter column organization_id set data type varchar(400);
alter table approval_request alter column workflow_name set data type varchar(400);
alter table approval_request alter column organization_id set data type varchar(400);
alter table run alter column workflow_name set data type varchar(400);
alter table run alter column organization_id set data type varchar(400);
alter table kill_switch alter column target set data type varchar(400);
alter table kill_switch alter column reason set data type varchar(4000);
alter table kill_switch alter column organization_id set data type varchar(400);
alter table audit_inbox alter column organization_id set data type varchar(400);
alter table audit_log alter column organization_id set data type varchar(400);
