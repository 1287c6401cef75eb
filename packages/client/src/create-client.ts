import { authClient } from './auth.js';
import { communityClient } from './community.js';
import { dataClient } from './data.js';
import { fieldClient } from './field.js';
import { loadsClient } from './loads.js';
import { metadataClient } from './metadata.js';
import { pagesClient } from './pages.js';
import { recruitingClient } from './recruiting.js';
import { type ClientOptions, createSender } from './sender.js';
import { setupClient } from './setup.js';

/** All that the server offers, typed: one group of functions for each family of the API. */
export type MusterClient = ReturnType<typeof createClient>;

/** A client of one server, for a browser session or with an access token. Every function throws ClientError. */
export function createClient(options: ClientOptions = {}) {
  const sender = createSender(options);
  return {
    auth: authClient(sender),
    data: dataClient(sender.send),
    recruiting: recruitingClient(sender.send),
    community: communityClient(sender.send),
    field: fieldClient(sender.send),
    loads: loadsClient(sender.send),
    metadata: metadataClient(sender.send),
    pages: pagesClient(sender.send),
    setup: setupClient(sender.send),
  };
}
