-- Lengths are limited in code points; H2 counts one beyond the basic plane as two characters.
alter table approval_request alter column action_description set data type varchar(20000);
alter table approval_request alter column reason set data type varchar(20000);
alter table approval_request alter column potential_impact set data type varchar(20000);
alter table approval_request alter column channel set data type varchar(510);
alter table approval_request alter column session_id set data type varchar(510);
alter table approval_request alter column incident_id set data type varchar(510);
alter table approval_request alter column organization_id set data type varchar(510);
alter table approval_request alter column callback_url set data type varchar(4096);
alter table approval_request alter column policy set data type varchar(400);
alter table approval_token alter column channel set data type varchar(510);
alter table approval_policy alter column name set data type varchar(400);
alter table approval_delegation alter column reason set data type varchar(20000);
alter table approval_vote alter column comment set data type varchar(20000);
alter table approval_catalogue alter column organization_id set data type varchar(510);
