import { Badge, PageHeader, Skeleton, Tabs } from '@muster/ui';
import { useNavigate, useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { type ObjectRow, useSetupObjects } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { NotFoundScene } from '../../not-found/not-found-scene.js';
import { CompactLayoutsTab } from './compact-layouts-tab.js';
import { DetailsTab } from './details-tab.js';
import { FieldsTab } from './fields-tab.js';
import { LayoutsTab } from './layouts-tab.js';
import { ListViewsTab } from './list-views-tab.js';
import { RecordTypesTab } from './record-types-tab.js';
import './objects.css';

const tabs = {
  fields: FieldsTab,
  recordTypes: RecordTypesTab,
  layouts: LayoutsTab,
  compactLayouts: CompactLayoutsTab,
  listViews: ListViewsTab,
  details: DetailsTab,
} as const;
const tabNames = Object.keys(tabs) as readonly (keyof typeof tabs)[];

/** One object: its fields, record types, pages and lists. */
export function ObjectScene() {
  const { object = '' } = useParams();
  const objects = useSetupObjects();
  return (
    <QueryView query={objects} isPage skeleton={<Skeleton shape="page" />}>
      {(rows) => {
        const row = rows.find(({ name }) => name.toLowerCase() === object.toLowerCase());
        if (row !== undefined) return <ObjectPage row={row} />;
        return objects.isFetching ? <Skeleton shape="page" /> : <NotFoundScene />;
      }}
    </QueryView>
  );
}

function ObjectPage({ row }: { readonly row: ObjectRow }) {
  const t = useSetupObjectsText();
  const navigate = useNavigate();
  const { tab = '' } = useParams();
  const selected = tabNames.find((name) => name === tab) ?? 'fields';
  return (
    <>
      <PageHeader
        title={row.label}
        lead={<span className="setup-api-name">{row.name}</span>}
        badge={row.isOwn && <Badge tone="info">{t('from.agency')}</Badge>}
        back={{ href: '/setup/objects', label: t('title') }}
      />
      <Tabs
        label={t('object.tabs', { label: row.label })}
        selected={selected}
        onSelect={(name) => void navigate(`/setup/objects/${row.name}/${name}`)}
        tabs={tabNames.map((name) => {
          const Content = tabs[name];
          return { id: name, label: t(`tab.${name}`), content: <Content object={row} /> };
        })}
      />
    </>
  );
}
