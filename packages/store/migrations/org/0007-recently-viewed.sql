-- Which records somebody looked at last, as queries FOR VIEW and FOR REFERENCE say. At most 200 of each user are kept.
create table :org._recently_viewed (
  user_id text collate "C" not null,
  record_id text collate "C" not null,
  viewed_at timestamptz not null,
  primary key (user_id, record_id)
);
