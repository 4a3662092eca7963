-- execution ------------------------------------------------------------------------------------------------------------------

-- A run is the execution of a workflow, or one call of a tool of an MCP server: then there is no workflow.
alter table run alter column workflow_uuid drop not null;
alter table run add column kind varchar(32);
update run set kind = 'workflow';
alter table run alter column kind set not null;
alter table run add column tool_name varchar(200);
alter table run add column mcp_server_uuid uuid;

-- gateway --------------------------------------------------------------------------------------------------------------------

-- Calls of tools that people are asked about, and calls to which their caller gave a key: what was asked for, byte for byte.
create table mcp_call (
  uuid           uuid primary key,
  server_uuid    uuid not null,
  tool_name      varchar(510) not null,
  fingerprint    varchar(64) not null,
  binding_sha256 varchar(64) not null,
  -- by what its caller was recognised: only that one gets the result
  asker          varchar(510) not null,
  -- what makes two calls the same one: kept while the call is pending, for good where its caller gave a key
  same_key       varchar(64),
  -- digest of what is called with what
  call_sha256    varchar(64) not null,
  arguments      varchar(1048576) not null,
  request_uuid   uuid,
  run_uuid       uuid,
  pending        boolean not null,
  named          boolean not null,
  created_at     timestamp(6) with time zone not null,
  constraint mcp_call_same unique (same_key),
  constraint mcp_call_request unique (request_uuid)
);
create index mcp_call_by_server on mcp_call (server_uuid, pending);
