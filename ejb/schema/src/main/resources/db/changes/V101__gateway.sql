-- gateway --------------------------------------------------------------------------------------------------------------------

-- Other MCP servers that are called through this one. What an administrator wrote is one document; the columns are for finding.
create table mcp_server (
  uuid            uuid primary key,
  name            varchar(200) not null,
  state           varchar(32) not null,
  organization_id varchar(510),
  definition      varchar(1048576) not null,
  -- who wrote or changed what protects its tools, a JSON list of persons: none of them agrees to a dangerous call
  editors         varchar(1048576) not null,
  -- when its tools were last listed; null: never
  listed_at       timestamp(6) with time zone,
  created_at      timestamp(6) with time zone not null,
  updated_at      timestamp(6) with time zone not null,
  lock_version    bigint not null,
  constraint mcp_server_name unique (name)
);

-- A tool as its server lists it, and as an administrator has accepted it. Only where both fingerprints are the same it is called.
create table mcp_tool (
  uuid                 uuid primary key,
  server_uuid          uuid not null,
  name                 varchar(510) not null,
  listed               varchar(1048576) not null,
  fingerprint          varchar(64) not null,
  -- whether the last list had it
  present              boolean not null,
  accepted             varchar(1048576),
  accepted_fingerprint varchar(64),
  -- the mode that it was accepted with; null: as the server's definition says
  accepted_mode        varchar(32),
  -- accepted when the server was registered: the server's default mode is meant for it
  of_registration      boolean not null,
  lock_version         bigint not null,
  constraint mcp_tool_name unique (server_uuid, name)
);
