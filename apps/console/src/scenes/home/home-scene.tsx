import type { Home } from '@muster/client';
import {
  ArrowRightIcon,
  Button,
  idFilter,
  PageHeader,
  SplitView,
  useFormats,
  useShortcuts,
  useUrlFilters,
} from '@muster/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { ApplicationPreview } from '../../components/application-preview.js';
import { QueryView } from '../../components/query-view.js';
import { useHome } from '../../data/home.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';
import { useWorkText } from '../../messages/work/use-work-text.js';
import { everything, type Work } from './everything.js';
import { QueueList } from './queue-list.js';
import { QueueTable } from './queue-table.js';
import './home-scene.css';

const spec = { queue: idFilter(), panel: idFilter() };

/** The work queues: what waits, how long already, and what runs out next. */
export function HomeScene() {
  const home = useHome();
  return (
    <QueryView query={home} isPage>
      {(data) => <Queues home={data} />}
    </QueryView>
  );
}

function Queues({ home }: { readonly home: Home }) {
  const t = useWorkText();
  const frame = useFrameText();
  const formats = useFormats();
  const { values, set } = useUrlFilters(spec);
  const chosen = home.queues.find((queue) => queue.key === values.queue);
  const work = useMemo<readonly Work[]>(
    () =>
      chosen === undefined ? everything(home.queues) : chosen.rows.map((row) => ({ row, queue: chosen })),
    [chosen, home.queues],
  );
  const takeNext = useTakeNext(work[0]);
  const previewed = work.find(({ row }) => row.applicationId === values.panel)?.row;
  return (
    <>
      <PageHeader
        title={t('home.title')}
        lead={`${t('home.lead')} ${frame('asOf', { time: formats.time(home.asOf) })}`}
        actions={
          <Button
            variant="primary"
            icon={ArrowRightIcon}
            shortcut="T"
            isDisabled={takeNext === null}
            onPress={() => takeNext?.()}
          >
            {t('home.next')}
          </Button>
        }
      />
      <div className="console-home">
        <QueueList
          queues={home.queues}
          chosen={chosen?.key ?? null}
          onChoose={(queue) => set({ queue, panel: null })}
        />
        <SplitView
          panel={
            previewed && (
              <ApplicationPreview
                key={previewed.applicationId}
                id={previewed.applicationId}
                name={previewed.name}
                number={previewed.number}
                posting={previewed.posting}
                onClose={() => set({ panel: null })}
              />
            )
          }
        >
          <QueueTable
            queue={chosen ?? null}
            work={work}
            isNarrow={previewed !== undefined}
            previewed={values.panel}
            onPreview={(panel) => set({ panel })}
          />
        </SplitView>
      </div>
    </>
  );
}

/** Opens the entry that is next, by button and by key; null when nothing waits. */
function useTakeNext(next: Work | undefined): (() => void) | null {
  const t = useWorkText();
  const navigate = useNavigate();
  const id = next?.row.applicationId;
  const take = useMemo(
    () => (id === undefined ? null : () => void navigate(`/applications/${id}`)),
    [id, navigate],
  );
  useShortcuts(
    useMemo(
      () =>
        take === null
          ? []
          : [{ keys: 't', label: t('home.next'), group: t('home.shortcuts'), onTrigger: take }],
      [take, t],
    ),
  );
  return take;
}
