-- Who may be granted a secret of the server, and where it may be sent. Names, never values.
create table workflow_secret (
  name varchar(100) not null primary key,
  organizations varchar(1048576) not null,
  workflows varchar(1048576) not null,
  hosts varchar(1048576) not null,
  handle boolean not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  revision bigint not null
);
