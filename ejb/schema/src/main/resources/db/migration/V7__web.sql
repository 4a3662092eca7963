-- Answers to creating requests that carried an Idempotency-Key, kept for 24 hours.
create table web_remembered_answer (
    id varchar(64) not null primary key,
    fingerprint varchar(64) not null,
    status integer,
    location varchar(500),
    etag varchar(200),
    -- compressed; sealed with the caller's own key when the answer showed a secret
    body varchar(1048576),
    sealed boolean not null,
    settled boolean not null,
    created_at timestamp(6) with time zone not null
);
create index web_remembered_answer_age on web_remembered_answer (created_at);
