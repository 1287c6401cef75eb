import type { ApplicationView } from '@muster/client';
import { Badge, idFilter, PageHeader, SplitView, useShortcuts, useUrlFilters } from '@muster/ui';
import { useMemo, useRef } from 'react';
import { useParams } from 'react-router';
import { QueryView } from '../../components/query-view.js';
import { StatusBadge } from '../../components/status-badge.js';
import { useApplication } from '../../data/application.js';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import { type ActionTarget, primaryAction, readTarget } from './action-target.js';
import { ActionPanel } from './actions/action-panel.js';
import { Answers } from './answers.js';
import { Facts } from './facts.js';
import { GateNotice } from './gate-notice.js';
import { HeaderActions } from './header-actions.js';
import { History } from './history.js';
import { HoldNotice } from './hold-notice.js';
import { ReviewNotice } from './review-notice.js';
import { SealedItems } from './sealed-items.js';
import { Steps } from './steps.js';
import { Talk } from './talk.js';
import './application-scene.css';

const spec = { do: idFilter(), step: idFilter(), entry: idFilter() };
const closed = { do: null, step: null, entry: null };

/** One application: where it stands in a sentence, every step in its lane, what to do, what was said and done. */
export function ApplicationScene() {
  const { id = '' } = useParams();
  const application = useApplication(id);
  return (
    <QueryView query={application} isPage>
      {(view) => <Page view={view} />}
    </QueryView>
  );
}

function Page({ view }: { readonly view: ApplicationView }) {
  const t = useApplicationText();
  const { values, set } = useUrlFilters(spec);
  const target = readTarget(values);
  const talk = useRef<HTMLDivElement>(null);
  const open = useMemo(
    () =>
      ({ kind, step, entry }: ActionTarget) =>
        set({ do: kind, step, entry }),
    [set],
  );
  const focusTalk = () => talk.current?.querySelector('textarea')?.focus();
  usePageShortcuts(view, open, focusTalk);
  return (
    <>
      <PageHeader
        title={view.name}
        windowTitle={`${view.name}, ${view.number}`}
        back={{ href: '/applicants', label: t('back') }}
        badge={
          <>
            <Badge>{view.number}</Badge>
            <StatusBadge status={view.status} />
          </>
        }
        lead={<span className="console-sentence">{view.sentence}</span>}
        actions={
          <HeaderActions view={view} onOpen={open} onMessage={focusTalk} isFormOpen={target !== null} />
        }
      />
      <SplitView
        panel={
          target && (
            <ActionPanel
              key={`${target.kind} ${target.step} ${target.entry}`}
              view={view}
              target={target}
              onClose={() => set(closed)}
            />
          )
        }
      >
        <div className="console-application">
          <div className="console-application-grid">
            <div className="console-application-main">
              {view.gate && <GateNotice gate={view.gate} view={view} onOpen={open} />}
              {view.review && <ReviewNotice review={view.review} view={view} onOpen={open} />}
              {view.hold && <HoldNotice hold={view.hold} view={view} onOpen={open} />}
              <Steps view={view} onOpen={open} />
              <div ref={talk}>
                <Talk view={view} />
              </div>
              <Answers view={view} />
            </div>
            <div className="console-application-side">
              <Facts view={view} />
              <SealedItems view={view} />
              <History view={view} onOpen={open} />
            </div>
          </div>
        </div>
      </SplitView>
    </>
  );
}

function usePageShortcuts(
  view: ApplicationView,
  open: (target: ActionTarget) => void,
  focusTalk: () => void,
): void {
  const t = useApplicationText();
  const primary = primaryAction(view);
  const latest = useRef(focusTalk);
  latest.current = focusTalk;
  useShortcuts(
    useMemo(() => {
      const group = t('shortcuts');
      const message = {
        keys: 'm',
        label: t('message.shortcut'),
        group,
        onTrigger: () => latest.current(),
      };
      if (primary === undefined) return [message];
      const { kind, step } = primary;
      return [
        {
          keys: 'a',
          label: t('primary.shortcut'),
          group,
          onTrigger: () => open({ kind, step, entry: null }),
        },
        message,
      ];
    }, [primary, open, t]),
  );
}
