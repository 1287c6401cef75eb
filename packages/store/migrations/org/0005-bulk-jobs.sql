-- Loads of many records as CSV. Uploads are in the file store; a job's chunks are saved one after the other, each in one
-- transaction with its results, so that a job that was killed goes on behind the last chunk.
create table :org._bulk_job (
  id text collate "C" primary key,
  user_id text collate "C" not null,
  purpose text collate "C" not null,
  object text collate "C" not null,
  operation text collate "C" not null check (operation in ('insert', 'update', 'upsert', 'delete')),
  external_id_field text collate "C",
  column_delimiter text collate "C" not null,
  line_ending text collate "C" not null check (line_ending in ('LF', 'CRLF')),
  api_version integer not null,
  state text collate "C" not null
    check (state in ('Open', 'UploadComplete', 'InProgress', 'JobComplete', 'Aborted', 'Failed')),
  -- Hash of the upload in the file store.
  content text collate "C",
  error_message text,
  processed bigint not null default 0,
  failed bigint not null default 0,
  created_at timestamptz not null,
  modified_at timestamptz not null,
  started_at timestamptz
);

create index _bulk_job_user on :org._bulk_job (user_id, created_at);
create index _bulk_job_created_at on :org._bulk_job (created_at);

-- What became of each chunk: lines of the two result files.
create table :org._bulk_chunk (
  job_id text collate "C" not null references :org._bulk_job on delete cascade,
  number integer not null,
  successful text not null,
  failed text not null,
  primary key (job_id, number)
);

create sequence :org._id_750;
