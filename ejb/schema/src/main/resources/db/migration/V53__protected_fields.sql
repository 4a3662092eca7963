-- Who wrote what would run, or changed what protects it, since people last agreed to it: one row an edit, removed by the agreement.
create table workflow_edit (
  id uuid not null primary key,
  workflow_uuid uuid not null,
  person varchar(255) not null,
  edited_at timestamp(6) with time zone not null
);
create index workflow_edit_by_workflow on workflow_edit (workflow_uuid);
insert into workflow_edit (id, workflow_uuid, person, edited_at)
  select uuid, uuid, last_editor, updated_at from workflow where archived_at is null;

-- The definition that was active last: what a workflow is compared with when it goes live again.
alter table workflow add column live_definition varchar(1048576);
update workflow set live_definition = definition where state = 'active';
