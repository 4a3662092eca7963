-- Who made the key by which a version was written, where that is another person than its author.
alter table workflow_version add column author_hand varchar(255);
