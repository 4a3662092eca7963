-- Counting what is pending, for people of one organization too, is answered by the index alone. It begins as before, for the
-- sweep over what has expired.
drop index approval_request_by_expiry;
create index approval_request_by_expiry on approval_request (status, expires_at, organization_id, requester);
