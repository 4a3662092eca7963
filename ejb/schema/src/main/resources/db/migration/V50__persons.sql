-- Which user of the identity provider (issuer and subject) is which person. The id is what everything else keeps of a person;
-- it begins as the user name, so that what was kept before by user name stays the same person's.
create table person (
    id            varchar(255) primary key,
    issuer        varchar(1024) not null,
    subject       varchar(255) not null,
    first_name    varchar(255) not null,
    first_seen_at timestamp(6) with time zone not null,
    constraint person_user_once unique (issuer, subject)
);

-- What the owner was called when the key was made, where that is not the id.
alter table api_key add column owner_name varchar(255);
