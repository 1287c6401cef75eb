-- How many components a deploy that is worked on has, once its package has been read.
alter table :org._deploy add column component_count integer;
