import { exportResources } from './bulk/export-resources.js';
import { ingestResources } from './bulk/ingest-resources.js';
import { mappingResources } from './bulk/mapping-resources.js';
import { bulkQueryResources } from './bulk/query-resources.js';
import { batchResources } from './composite/batch.js';
import { collectionResources } from './composite/collections.js';
import { compositeResources } from './composite/composite.js';
import { graphResources } from './composite/graph.js';
import { treeResources } from './composite/tree.js';
import type { ApiParts } from './create-api.js';
import { componentResources } from './metadata/component-resources.js';
import { deployResources } from './metadata/deploy-resources.js';
import { layoutResources } from './pages/layout-resources.js';
import { listViewResources } from './pages/list-view-resources.js';
import { tabResources } from './pages/tab-resources.js';
import { queryResources } from './query/query-resources.js';
import { recentResource } from './query/recent.js';
import { quickActionResources } from './quick-actions/quick-action-resources.js';
import { notBuilt, type Resource } from './resource.js';
import { describeResources } from './rest/describe.js';
import { externalIdResources } from './rest/external-ids.js';
import { limitResources } from './rest/limits.js';
import { listResources } from './rest/list-resources.js';
import { replicationResources } from './rest/replication.js';
import { rowResources } from './rest/rows.js';
import { searchResources } from './search/search-resources.js';
import { systemResources } from './setup/system-resources.js';
import { toolingResources } from './tooling/tooling-resources.js';
import { passwordResources } from './users/password-resources.js';
import { transferResources } from './users/transfer-resources.js';

/** Parts of Salesforce's API that are known and not built; what is below them answers the same. */
const NOT_BUILT = [
  'actions',
  'analytics',
  'chatter',
  'connect',
  'event',
  'graphql',
  'jobs',
  'metadata',
  'process',
  'search',
  'sobjects/:object/describe/*',
  'ui-api',
] as const;

/** Every resource below `/services/data/vXX.X/`. The first whose path fits answers, so fixed names stand first. */
export function dataResources({
  bulk,
  bulkQueries,
  clock,
  exportLog,
  loadMappings,
  metadata,
  passwords,
  system,
  transfers,
  usage,
}: Pick<
  ApiParts,
  | 'bulk'
  | 'bulkQueries'
  | 'clock'
  | 'exportLog'
  | 'loadMappings'
  | 'metadata'
  | 'passwords'
  | 'system'
  | 'transfers'
  | 'usage'
>): readonly Resource[] {
  return [
    { path: '', methods: { GET: listResources } },
    ...queryResources,
    ...ingestResources(bulk),
    ...mappingResources(loadMappings),
    ...exportResources(bulkQueries, exportLog),
    ...bulkQueryResources(bulkQueries),
    ...componentResources(metadata),
    ...deployResources(metadata),
    ...searchResources,
    recentResource,
    ...compositeResources,
    ...batchResources,
    ...graphResources,
    ...treeResources,
    ...collectionResources,
    ...toolingResources,
    ...limitResources(usage),
    ...describeResources(clock),
    ...replicationResources(clock),
    ...layoutResources,
    ...listViewResources,
    ...tabResources,
    ...quickActionResources,
    ...passwordResources(passwords),
    ...transferResources(transfers),
    ...systemResources(system),
    ...NOT_BUILT.map(refuse),
    ...rowResources,
    ...externalIdResources,
  ];
}

function refuse(name: (typeof NOT_BUILT)[number]): Resource {
  const path = name.includes('/') ? name : `${name}/*`;
  const handler = () => {
    throw notBuilt(`The resource ${name.replace('/*', '')}`);
  };
  return { path, methods: { GET: handler, POST: handler, PUT: handler, PATCH: handler, DELETE: handler } };
}
