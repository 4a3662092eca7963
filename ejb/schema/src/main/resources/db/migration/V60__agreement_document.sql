-- What a request runs and with what, frozen when it was asked; and the digest of the whole agreement document.
-- Both are null for requests that were asked before.
alter table approval_request add column terms_sha256 varchar(64);
alter table approval_request add column agreement_sha256 varchar(64);
create index approval_request_by_tool on approval_request (tool_name, status, requested_at);
