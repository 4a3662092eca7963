-- Lengths are limited in code points; H2 counts one beyond the basic plane as two characters.
alter table notification alter column place set data type varchar(510);
alter table api_key alter column name set data type varchar(400);
alter table run alter column cancel_reason set data type varchar(4000);
alter table api_key alter column organization_id set data type varchar(510);
