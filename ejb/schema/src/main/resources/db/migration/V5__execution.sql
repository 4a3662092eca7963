-- A run's row is the truth about it; messages only wake workers.
create table run (
    uuid                  uuid primary key,
    workflow_uuid         uuid not null,
    workflow_name         varchar(200) not null,
    trigger_type          varchar(20) not null,
    requested_by          varchar(200) not null,
    trigger_context       varchar(1048576) not null,
    arguments             varchar(1048576) not null,
    arguments_sha256      varchar(64) not null,
    code_version          integer not null,
    sha256                varchar(64) not null,
    binding_sha256        varchar(64) not null,
    time_saved_minutes    integer,
    status                varchar(20) not null,
    attempt_count         integer not null,
    log                   varchar(1048576),
    http_calls            varchar(1048576),
    result                varchar(1048576),
    error                 varchar(65536),
    duration_ms           bigint,
    queued_at             timestamp(6) with time zone not null,
    due_at                timestamp(6) with time zone,
    started_at            timestamp(6) with time zone,
    completed_at          timestamp(6) with time zone,
    node                  varchar(200),
    lease_until           timestamp(6) with time zone,
    cancel_reason         varchar(2000),
    approval_request_uuid uuid,
    organization_id       varchar(200),
    -- one run an approval, whatever races
    constraint run_once_per_approval unique (approval_request_uuid)
);
create index run_by_status_due on run (status, due_at);
create index run_by_workflow on run (workflow_uuid, queued_at);
create index run_by_queued on run (queued_at);
create index run_by_status_queued on run (status, queued_at);

create table kill_switch (
    uuid        uuid primary key,
    scope       varchar(20) not null,
    target      varchar(200),
    reason      varchar(2000) not null,
    engaged_by  varchar(200) not null,
    engaged_at  timestamp(6) with time zone not null,
    released_by varchar(200),
    released_at timestamp(6) with time zone
);
create index kill_switch_engaged on kill_switch (released_at);
