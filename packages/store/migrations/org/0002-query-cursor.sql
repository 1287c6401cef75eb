-- Where a query that answers in pages stands. Holds no rows: every page is read afresh with the reader's rights.
create table :org._query_cursor (
  id text collate "C" primary key,
  user_id text collate "C" not null,
  soql text not null,
  include_deleted boolean not null,
  batch_size integer not null,
  total_size bigint not null,
  -- Queries without an order of their own go on after the last id of a page: position → id.
  positions jsonb not null default '{}',
  -- Ordered queries keep their ids instead.
  ids text[] collate "C",
  expires_at timestamptz not null default now() + interval '2 days'
);

create index _query_cursor_expires_at on :org._query_cursor (expires_at);

create sequence :org._id_01g;
