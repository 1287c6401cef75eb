-- What a load was asked for beyond Salesforce's options, and what it did, so that it can be undone.
alter table :org._bulk_job
  add column options jsonb not null default '{}',
  -- The job whose work this one takes back.
  add column undoes text collate "C",
  add column created bigint not null default 0;
create unique index _bulk_job_undoes on :org._bulk_job (undoes) where state not in ('Aborted', 'Failed');
alter table :org._bulk_job drop constraint _bulk_job_operation_check;
alter table :org._bulk_job add constraint _bulk_job_operation_check
  check (operation in ('insert', 'update', 'upsert', 'delete', 'hardDelete', 'undo'));

alter table :org._bulk_chunk
  -- A list: what was refused, by row and fields.
  add column errors text not null default '[]',
  -- A list: what each row did, with the former values of what it changed.
  add column past text not null default '[]';

-- Which column of a file goes into which field, kept by name for everybody who loads.
create table :org._load_mapping (
  object text collate "C" not null,
  name text not null,
  mapping jsonb not null,
  user_id text collate "C" not null,
  modified_at timestamptz not null,
  primary key (object, name)
);
