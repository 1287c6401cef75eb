import type { Home, Queue } from '@muster/client';
import {
  ArrowRightIcon,
  Button,
  idFilter,
  PageHeader,
  Skeleton,
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
import { QueueList } from './queue-list.js';
import { QueueTable } from './queue-table.js';
import './home-scene.css';

const spec = { queue: idFilter(), panel: idFilter() };

/** The work queues: what waits, how long already, and what runs out next. */
export function HomeScene() {
  const home = useHome();
  return (
    <QueryView query={home} skeleton={<Skeleton shape="page" />}>
      {(data) => <Queues home={data} />}
    </QueryView>
  );
}

function Queues({ home }: { readonly home: Home }) {
  const t = useWorkText();
  const frame = useFrameText();
  const formats = useFormats();
  const { values, set } = useUrlFilters(spec);
  const chosen = chooseQueue(home.queues, values.queue);
  const next = useTakeNext(chosen);
  const previewed = chosen?.rows.find((row) => row.applicationId === values.panel);
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
            isDisabled={next === null}
            onPress={() => next?.()}
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
        {chosen && (
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
              queue={chosen}
              isNarrow={previewed !== undefined}
              previewed={values.panel}
              onPreview={(panel) => set({ panel })}
            />
          </SplitView>
        )}
      </div>
    </>
  );
}

/** The queue asked for, else the first in which something waits. */
function chooseQueue(queues: readonly Queue[], key: string | null): Queue | undefined {
  return queues.find((queue) => queue.key === key) ?? queues.find((queue) => queue.count > 0) ?? queues[0];
}

/** Opens the entry that is next in a queue, by button and by key; null when nothing waits. */
function useTakeNext(queue: Queue | undefined): (() => void) | null {
  const t = useWorkText();
  const navigate = useNavigate();
  const first = queue?.rows[0]?.applicationId;
  const take = useMemo(
    () => (first === undefined ? null : () => void navigate(`/applications/${first}`)),
    [first, navigate],
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
