-- Failed sign-ins by the hash of address and username: whoever guesses waits, and nobody else does.
create table :org._sign_in_attempt (
  key text collate "C" primary key,
  failed_count integer not null,
  failed_at timestamptz not null,
  blocked_until timestamptz
);

create index _sign_in_attempt_failed_at on :org._sign_in_attempt (failed_at);

-- Requests an org answered in a day, against its daily limit.
create table :org._api_usage (
  day date primary key,
  requests bigint not null
);

-- A rotating client gets a new refresh token with every use of the old one; many clients cannot take one up.
alter table :org._oauth_client add column rotates_refresh_tokens boolean not null default false;

-- Command-line tools people already have: public, with PKCE, answered on the machine they run on, at any port.
insert into :org._oauth_client (client_id, name, redirect_uris, flows, scopes)
select id, name, '{http://localhost:*/OauthRedirect}', '{authorization_code,refresh_token}', '{api,web,refresh_token}'
from (values
  ('PlatformCLI', 'Salesforce CLI'),
  ('DataLoaderPartnerUI/', 'Data Loader'),
  ('DataLoaderBulkUI/', 'Data Loader')
) as client (id, name);
