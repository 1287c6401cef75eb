-- Words of records, kept behind the change log, so that a search need not read every record.

-- Objects whose records are taken in.
create table :org._search_object (
  object text collate "C" primary key,
  -- Columns whose words are kept.
  columns text[] collate "C" not null,
  -- Records that were there before are taken in by the order of their ids; all of them once it is built.
  built_through text collate "C" not null default '',
  is_built boolean not null default false
);

create table :org._search (
  record_id text collate "C" primary key,
  object text collate "C" not null,
  -- Null for a record with more words than an index can hold: it is always worth reading.
  words tsvector
);

create index _search_words on :org._search using gin (words);
create index _search_wordless on :org._search (object) where words is null;
create index _search_of_object on :org._search (object);

-- Every word that occurs or did occur, for searches by the end or the middle of one.
create table :org._search_word (
  word text collate "C" primary key
);

create table :org._search_head (
  singleton boolean primary key default true check (singleton),
  -- Position in the change log up to which records are taken in.
  position bigint not null default 0
);

insert into :org._search_head default values;

-- Parts of words are found by their trigrams where there is pg_trgm; else the words are read through.
do $$
begin
  create index _search_word_trigrams on :org._search_word using gin (word muster.gin_trgm_ops);
exception when undefined_object then
  raise notice 'pg_trgm is not there';
end
$$;
