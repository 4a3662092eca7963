-- Requests for agreement, the votes on them, and the rules of the house about them.

-- What many requests share and nobody filters by (code shown, who can decide), stored once under its digest.
create table approval_text (
  sha256 varchar(64) not null primary key,
  content varchar(1048576) not null
);

create table approval_request (
  id uuid not null primary key,
  request_id varchar(100) not null,
  kind varchar(16) not null,
  workflow_id uuid,
  workflow_name varchar(200),
  code_version integer,
  code_sha256 varchar(64),
  effect_sha256 varchar(64),
  tool_name varchar(200),
  action_type varchar(200),
  action_description varchar(10000),
  arguments varchar(1048576) not null,
  arguments_sha256 varchar(64) not null,
  trigger_type varchar(16) not null,
  requester varchar(255) not null,
  requester_label varchar(255) not null,
  parties varchar(1048576) not null,
  last_editor varchar(255),
  reason varchar(10000),
  confidence double precision,
  potential_impact varchar(10000),
  risk_level varchar(16) not null,
  approval_type varchar(16) not null,
  rule varchar(1048576) not null,
  electors_sha256 varchar(64) not null,
  approvals_given integer not null,
  rejections_given integer not null,
  status varchar(16) not null,
  requested_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone,
  remind_at timestamp(6) with time zone,
  escalation varchar(1048576),
  escalated integer not null,
  resolved_at timestamp(6) with time zone,
  resolution_reason varchar(10000),
  decider varchar(255),
  run_id uuid,
  review_due_at timestamp(6) with time zone,
  reviewer varchar(255),
  reviewed_at timestamp(6) with time zone,
  review_justified boolean,
  review_comment varchar(10000),
  policy varchar(200),
  channel varchar(255),
  organization_id varchar(255),
  session_id varchar(255),
  incident_id varchar(255),
  callback_url varchar(2048),
  trigger_context varchar(1048576),
  revision integer not null,
  version integer not null,
  constraint approval_request_id_once unique (request_id)
);
create index approval_request_newest on approval_request (requested_at, id);
create index approval_request_by_status on approval_request (status, requested_at, id);
create index approval_request_by_expiry on approval_request (status, expires_at);
create index approval_request_due on approval_request (due_at);
create index approval_request_by_electors on approval_request (status, electors_sha256, requested_at);
create index approval_request_by_workflow on approval_request (workflow_id, status, requested_at);
create index approval_request_by_requester on approval_request (requester, requested_at);
create index approval_request_by_organization on approval_request (organization_id, status, requested_at);
create index approval_request_review on approval_request (review_due_at, decider);

-- One person counts once: the key says so, whatever races.
create table approval_vote (
  request_id uuid not null,
  revision integer not null,
  person varchar(255) not null,
  delegate varchar(255),
  verdict varchar(16) not null,
  roles varchar(65536) not null,
  role varchar(255),
  comment varchar(10000),
  channel varchar(16) not null,
  decided_at timestamp(6) with time zone not null,
  primary key (request_id, revision, person),
  constraint approval_vote_one_hand unique (request_id, revision, delegate)
);

-- Only hashes: no plain token rests anywhere.
create table approval_token (
  token_hash varchar(64) not null primary key,
  request_id uuid not null,
  revision integer not null,
  person varchar(255),
  channel varchar(255),
  minted_at timestamp(6) with time zone not null,
  spent_at timestamp(6) with time zone
);
create index approval_token_by_request on approval_token (request_id);

create table approval_revision (
  request_id uuid not null,
  number integer not null,
  editor varchar(255) not null,
  comment varchar(10000) not null,
  revised_at timestamp(6) with time zone not null,
  diff varchar(1048576) not null,
  arguments_before varchar(1048576) not null,
  primary key (request_id, number)
);

create table approval_policy (
  id uuid not null primary key,
  name varchar(200) not null,
  kind varchar(16) not null,
  enabled boolean not null,
  priority integer not null,
  conditions varchar(65536) not null,
  outcome varchar(65536) not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  constraint approval_policy_name_once unique (name)
);

-- A change to a policy that waits for another admin's agreement.
create table approval_policy_change (
  request_id uuid not null primary key,
  policy_id uuid,
  operation varchar(16) not null,
  draft varchar(1048576),
  base_version integer
);

create table approval_delegation (
  id uuid not null primary key,
  giver varchar(255) not null,
  delegate varchar(255) not null,
  roles varchar(65536) not null,
  from_time timestamp(6) with time zone not null,
  to_time timestamp(6) with time zone not null,
  reason varchar(10000) not null,
  created_at timestamp(6) with time zone not null,
  version integer not null
);
create index approval_delegation_by_delegate on approval_delegation (delegate, to_time);
create index approval_delegation_by_giver on approval_delegation (giver, to_time);

-- Guarded tools: one row a tool to count under its lock, one row an execution. One execution an approval is a constraint.
create table approval_tool (
  name varchar(200) not null primary key
);

create table approval_tool_run (
  id uuid not null primary key,
  tool_name varchar(200) not null,
  request_id uuid,
  started_at timestamp(6) with time zone not null,
  constraint approval_tool_run_once unique (request_id)
);
create index approval_tool_run_by_tool on approval_tool_run (tool_name, started_at);
