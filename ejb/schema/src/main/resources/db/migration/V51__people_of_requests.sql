-- What people were called at the time, where that is not their id; null: the same.
alter table approval_request add column requester_name varchar(255);
alter table approval_vote add column person_name varchar(255);
alter table approval_vote add column delegate_name varchar(255);
alter table approval_revision add column editor_name varchar(255);
alter table approval_delegation add column giver_name varchar(255);
alter table approval_delegation add column delegate_name varchar(255);

-- By which credential a vote was cast: canonical JSON, null for votes of earlier releases.
alter table approval_vote add column credential varchar(4096);

-- A vote that stopped counting before the request was settled: its person left, or lost the role.
alter table approval_vote add column voided_at timestamp(6) with time zone;
alter table approval_vote add column void_reason varchar(255);

-- Who made the keys that requesters used, and everybody who wrote what would run or changed what protects it: JSON lists.
alter table approval_request add column hands varchar(65536);
alter table approval_request add column editors varchar(65536);
