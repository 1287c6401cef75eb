-- Jobs of Bulk API 1.0: many batches each, of which every one is a job or a query of the engine behind both APIs.
create table :org._bulk_batch_job (
  id text collate "C" primary key,
  user_id text collate "C" not null,
  purpose text collate "C" not null,
  object text collate "C" not null,
  operation text collate "C" not null,
  external_id_field text collate "C",
  content_type text collate "C" not null check (content_type in ('CSV', 'JSON', 'XML')),
  concurrency_mode text collate "C" not null,
  api_version integer not null,
  state text collate "C" not null check (state in ('Open', 'Closed', 'Aborted')),
  created_at timestamptz not null,
  modified_at timestamptz not null
);
create index _bulk_batch_job_created_at on :org._bulk_batch_job (created_at);

create table :org._bulk_batch (
  id text collate "C" primary key,
  job_id text collate "C" not null references :org._bulk_batch_job on delete cascade,
  -- Hash of what was sent, in the file store.
  request text collate "C" not null,
  -- The job or query that does the work; null for one that others were made of.
  work_id text collate "C",
  created_at timestamptz not null
);
create index _bulk_batch_job_id on :org._bulk_batch (job_id, id);

create sequence :org._id_751;

-- What became of each row, in the order of the rows: a line of JSON each. For jobs that are batches.
alter table :org._bulk_chunk add column in_order text not null default '';
alter table :org._bulk_job add column is_batch boolean not null default false;
alter table :org._bulk_query add column is_batch boolean not null default false;
alter table :org._bulk_job drop constraint _bulk_job_operation_check;
alter table :org._bulk_job add constraint _bulk_job_operation_check
  check (operation in ('insert', 'update', 'upsert', 'delete', 'hardDelete'));
