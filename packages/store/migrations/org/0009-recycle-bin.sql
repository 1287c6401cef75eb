-- What went along when a record was deleted, so that undelete brings it back: details, and lookups that were emptied.
create table :org._recycled (
  number bigint generated always as identity primary key,
  -- The record somebody deleted.
  root_id text collate "C" not null,
  object text not null,
  record_id text collate "C" not null,
  -- The lookup that was emptied and what it held; null for a record that was deleted itself.
  field text,
  value text collate "C"
);
create index _recycled_root on :org._recycled (root_id);
