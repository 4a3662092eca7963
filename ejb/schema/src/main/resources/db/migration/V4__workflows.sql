-- The definition is one JSON document (the contract's writable fields, code apart); the columns beside it are what is
-- filtered, sorted or compared.
create table workflow (
    uuid            uuid primary key,
    name            varchar(200) not null,
    kind            varchar(20) not null,
    state           varchar(20) not null,
    risk_level      varchar(20) not null,
    risk_rank       integer not null,
    indicator_types varchar(1000) not null,
    tags            varchar(65536) not null,
    search_text     varchar(262144) not null,
    definition      varchar(1048576) not null,
    code_version    integer not null,
    sha256          varchar(64) not null,
    binding_sha256  varchar(64) not null,
    builtin         varchar(60),
    -- a person has chosen the state of a builtin: the catalogue leaves it alone
    state_chosen    boolean not null,
    organization_id varchar(200),
    created_at      timestamp(6) with time zone not null,
    updated_at      timestamp(6) with time zone not null,
    created_by      varchar(200) not null,
    last_editor     varchar(200) not null,
    archived_at     timestamp(6) with time zone,
    revision        bigint not null,
    constraint workflow_builtin_once unique (builtin)
);
create index workflow_by_created on workflow (created_at);
create index workflow_by_updated on workflow (updated_at);
create index workflow_by_name on workflow (name);
create index workflow_by_state on workflow (state);

create table workflow_version (
    workflow_uuid uuid not null,
    version       integer not null,
    sha256        varchar(64) not null,
    author        varchar(200) not null,
    saved_at      timestamp(6) with time zone not null,
    code          varchar(1048576) not null,
    primary key (workflow_uuid, version),
    constraint workflow_version_of foreign key (workflow_uuid) references workflow (uuid)
);
