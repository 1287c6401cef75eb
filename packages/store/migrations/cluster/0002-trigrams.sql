-- Parts of words are found by their trigrams where the server has that extension and lets us add it.
do $$
begin
  create extension if not exists pg_trgm schema muster;
exception when insufficient_privilege or undefined_file or feature_not_supported then
  raise notice 'pg_trgm is not there';
end
$$;
