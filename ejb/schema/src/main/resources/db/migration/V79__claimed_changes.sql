-- When whoever asked for an agreed change took what it gives (a new API key, shown once); null: not yet.
alter table approval_change add column claimed_at timestamp(6) with time zone;
