-- Whose admins see and end a delegation: the usual organization of the person who gave it; null: the house's.
alter table approval_delegation add column organization_id varchar(255);
