import type { CaseQueue } from '@muster/client';
import {
  EmptyState,
  idFilter,
  PageHeader,
  textFilter,
  useFormats,
  useSettled,
  useUrlFilters,
} from '@muster/ui';
import { QueryView } from '../../components/query-view.js';
import { useCases } from '../../data/cases.js';
import { useCasesText } from '../../messages/cases/use-cases-text.js';
import { CaseList } from './case-list.js';
import { CaseView } from './case-view.js';
import './cases-scene.css';

const spec = { queue: idFilter(), q: textFilter(), case: idFilter() };

/** The case workspace: the queue, the thread with its composer, and the person. */
export function CasesScene() {
  const { values, set } = useUrlFilters(spec);
  const search = useSettled(values.q.trim());
  const cases = useCases({
    ...(values.queue === null ? {} : { queue: values.queue }),
    ...(search === '' ? {} : { search }),
  });
  return (
    <QueryView query={cases} isPage>
      {(data) => <Workspace data={data} isStale={cases.isPlaceholderData} values={values} onChange={set} />}
    </QueryView>
  );
}

interface Values {
  readonly queue: string | null;
  readonly q: string;
  readonly case: string | null;
}

function Workspace({
  data,
  isStale,
  values,
  onChange,
}: {
  readonly data: CaseQueue;
  readonly isStale: boolean;
  readonly values: Values;
  readonly onChange: (change: Partial<Values>) => void;
}) {
  const t = useCasesText();
  const formats = useFormats();
  return (
    <div className="console-cases" data-open={values.case !== null || undefined}>
      <div className="console-cases-head">
        <PageHeader title={t('title')} lead={t('lead', { time: formats.time(data.asOf) })} />
      </div>
      <CaseList
        data={data}
        queue={values.queue}
        search={values.q}
        chosen={values.case}
        isStale={isStale}
        onQueue={(queue) => onChange({ queue, case: null })}
        onSearch={(q) => onChange({ q })}
        onChoose={(id) => onChange({ case: id })}
      />
      {values.case === null ? (
        <div className="console-case-none">
          <EmptyState title={t('pick.title')}>{t('pick.text')}</EmptyState>
        </div>
      ) : (
        <CaseView key={values.case} id={values.case} onClose={() => onChange({ case: null })} />
      )}
    </div>
  );
}
