-- What deploys found: the text a component had until a version of the metadata, null where there was none. What it had
-- from then on is in the next row of the component, or in _metadata: no text is kept twice.
create table :org._metadata_past (
  type text collate "C" not null,
  key text collate "C" not null,
  full_name text collate "C" not null,
  -- metadata_version of the deploy that changed it.
  version bigint not null,
  content text,
  body text,
  primary key (type, key, version)
);

create index _metadata_past_version on :org._metadata_past (version);

alter table :org._metadata
  add column created_at timestamptz not null default now(),
  add column created_by text collate "C";

update :org._metadata set created_at = modified_at, created_by = modified_by;
