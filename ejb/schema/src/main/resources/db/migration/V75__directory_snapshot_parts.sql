-- What Keycloak last said about people, in as many parts as there are people for; each is compressed JSON in base64.
create table directory_snapshot_part (
    part    integer primary key,
    content varchar(1048576) not null
);
