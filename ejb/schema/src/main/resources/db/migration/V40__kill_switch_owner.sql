-- A kill switch pulled by people of an organization stops that organization's runs only; null stops everybody's.
alter table kill_switch add column organization_id varchar(255);
