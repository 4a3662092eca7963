-- The catalogue: what the operator asks for, at the least, of calls of a tool.
create table approval_catalogue (
  id uuid not null primary key,
  tool_name varchar(200) not null,
  action_type varchar(200),
  -- Tool, action type and organization in lower case: each combination once.
  place varchar(700) not null,
  tool_key varchar(200) not null,
  risk_level varchar(16) not null,
  rule varchar(65536) not null,
  timeout_seconds integer,
  organization_id varchar(255),
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  constraint approval_catalogue_once unique (place)
);
create index approval_catalogue_by_name on approval_catalogue (tool_key);

-- Rules that have to be met besides the request's own, as a JSON array; null for none.
alter table approval_request add column also varchar(1048576);
-- What policies look at besides the request's own columns, as JSON: secrets, hosts, integrations, actions, action types.
alter table approval_request add column reach varchar(1048576);
