create table api_key (
    id              uuid primary key,
    name            varchar(200) not null,
    key_type        varchar(16) not null,
    hash            varchar(64) not null,
    prefix          varchar(8) not null,
    owner           varchar(255) not null,
    scopes          varchar(1024) not null,
    roles           varchar(16384) not null,
    organization_id varchar(255),
    created_at      timestamp(6) with time zone not null,
    created_by      varchar(255) not null,
    updated_at      timestamp(6) with time zone not null,
    expires_at      timestamp(6) with time zone,
    revoked_at      timestamp(6) with time zone,
    last_used_at    timestamp(6) with time zone,
    version         integer not null,
    constraint api_key_hash_once unique (hash)
);
create index api_key_by_owner on api_key (owner);
create index api_key_by_creation on api_key (created_at);

-- Secrets that the server makes for itself at its first start and that all nodes share.
create table server_secret (
    name varchar(64) primary key,
    text varchar(255) not null
);

-- What Keycloak last said about people, for the time when it is away.
create table directory_snapshot (
    id      integer primary key,
    as_of   timestamp(6) with time zone not null,
    content varchar(1048576) not null
);
