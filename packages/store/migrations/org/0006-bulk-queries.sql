-- Queries whose answers are fetched as CSV. They hold no rows: each page is read with the rights its user has then.
create table :org._bulk_query (
  id text collate "C" primary key,
  user_id text collate "C" not null,
  object text collate "C" not null,
  operation text collate "C" not null check (operation in ('query', 'queryAll')),
  soql text not null,
  column_delimiter text collate "C" not null,
  line_ending text collate "C" not null check (line_ending in ('LF', 'CRLF')),
  api_version integer not null,
  is_aborted boolean not null default false,
  -- Records at the time of creation.
  total_size bigint not null,
  created_at timestamptz not null
);

create index _bulk_query_user on :org._bulk_query (user_id, created_at);
create index _bulk_query_created_at on :org._bulk_query (created_at);
