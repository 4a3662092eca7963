-- What is to be told to whom. Rows are written with the state that they report; no plain token is ever kept here.
create table notification (
    id uuid primary key,
    notifier varchar(16) not null,
    occasion varchar(24) not null,
    request_id uuid not null,
    run_id uuid,
    -- null and no place: still to be spread over everybody concerned
    recipient varchar(255),
    place varchar(255),
    step integer,
    -- the earlier notification whose message this one brings up to date
    about_id uuid,
    state varchar(16) not null,
    attempts integer not null,
    next_try_at timestamp(6) with time zone,
    lease_until timestamp(6) with time zone,
    problem varchar(500),
    -- where the delivered message can be found again, in the notifier's own words
    message_place varchar(255),
    message_ref varchar(255),
    created_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone
);

create index notification_due on notification (state, next_try_at);
create index notification_leased on notification (state, lease_until);
create index notification_listed on notification (state, created_at);
create index notification_newest on notification (created_at);
create index notification_of_request on notification (request_id, notifier);
