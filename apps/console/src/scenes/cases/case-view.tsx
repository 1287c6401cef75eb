import type { CaseView as Case } from '@muster/client';
import {
  ArrowLeftIcon,
  Badge,
  Button,
  Conversation,
  IconButton,
  readProblem,
  Skeleton,
  type ThreadMessage,
  useDraft,
  useFormats,
  useShortcuts,
  useToasts,
} from '@muster/ui';
import { type ReactNode, useMemo, useRef } from 'react';
import { nearness } from '../../components/deadline.js';
import { QueryView } from '../../components/query-view.js';
import { useAssignCase, useCase } from '../../data/cases.js';
import { useSession } from '../../data/session.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useCasesText } from '../../messages/cases/use-cases-text.js';
import { type AnswerDraft, blankAnswer } from './answer-draft.js';
import { CaseComposer } from './case-composer.js';
import { CasePersonAside } from './case-person.js';

/** One case: its thread and composer, and beside them the person and articles. */
export function CaseView({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const found = useCase(id);
  return (
    <QueryView query={found} skeleton={<Skeleton shape="card" count={2} />}>
      {(data) => <Loaded data={data} onClose={onClose} />}
    </QueryView>
  );
}

function Loaded({ data, onClose }: { readonly data: Case; readonly onClose: () => void }) {
  const t = useCasesText();
  const draft = useDraft<AnswerDraft>(`case.${data.id}`, blankAnswer);
  const composer = useRef<HTMLDivElement>(null);
  const assign = useAssign(data);
  useShortcuts(
    useMemo(() => {
      const group = t('shortcuts');
      const focus = () => composer.current?.querySelector('textarea')?.focus();
      return [
        { keys: 'r', label: t('compose'), group, onTrigger: focus },
        ...(assign === null ? [] : [{ keys: 'a', label: t('assign'), group, onTrigger: assign }]),
      ];
    }, [t, assign]),
  );
  const insert = (text: string) => {
    const before = draft.value.text;
    draft.set({ ...draft.value, text: before === '' ? text : `${before.trimEnd()}\n${text}` });
    composer.current?.querySelector('textarea')?.focus();
  };
  return (
    <>
      <article className="console-case" aria-label={data.subject}>
        <CaseHead data={data} onClose={onClose} onAssign={assign} />
        <div className="console-case-thread">
          <Conversation label={t('thread', { number: data.number })} messages={useThread(data)} />
        </div>
        <div className="console-case-composer" ref={composer}>
          <CaseComposer data={data} draft={draft} />
        </div>
      </article>
      <CasePersonAside data={data} onInsert={insert} />
    </>
  );
}

function CaseHead({
  data,
  onClose,
  onAssign,
}: {
  readonly data: Case;
  readonly onClose: () => void;
  readonly onAssign: (() => void) | null;
}) {
  const t = useCasesText();
  const formats = useFormats();
  return (
    <header className="console-case-head">
      <span className="console-case-back">
        <IconButton size="small" label={t('list.back')} icon={ArrowLeftIcon} onPress={onClose} />
      </span>
      <div className="console-case-titles">
        <h2>{data.subject}</h2>
        <p>
          <Badge>{data.number}</Badge>
          <Badge tone={data.waitingOn === 'support' ? 'primary' : 'neutral'}>{data.statusLabel}</Badge>
          {data.waitingOn !== null && <span>{t(`case.waitingOn.${data.waitingOn}`)}</span>}
        </p>
      </div>
      {onAssign && (
        <Button shortcut="A" onPress={onAssign}>
          {t('assign')}
        </Button>
      )}
      <dl className="console-case-facts">
        <Fact term={t('case.owner')}>{data.owner}</Fact>
        {data.topic !== null && <Fact term={t('case.topic')}>{data.topic}</Fact>}
        <Fact term={t('case.priority')}>{data.priorityLabel}</Fact>
        <Fact term={t('case.opened')}>{formats.dateTime(data.openedAt)}</Fact>
        {data.dueAt !== null && (
          <Fact term={t('case.due')}>
            <time
              className="console-deadline"
              dateTime={data.dueAt}
              data-near={nearness(data.dueAt, Date.now())}
            >
              {formats.dateTime(data.dueAt)}
            </time>
          </Fact>
        )}
      </dl>
    </header>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Takes the case on; null for the one who has it. */
function useAssign(data: Case): (() => void) | null {
  const t = useCasesText();
  const problemText = useProblemText();
  const toasts = useToasts();
  const { data: session } = useSession();
  const { mutate } = useAssignCase();
  const isOwn = session?.user?.name === data.owner;
  return useMemo(() => {
    if (isOwn) return null;
    return () =>
      mutate(
        { caseId: data.id, ifVersion: data.version },
        {
          onSuccess: () => toasts.show(t('assigned')),
          onError: (error) => toasts.show(problemText(readProblem(error)), 'error'),
        },
      );
  }, [isOwn, data.id, data.version, mutate, toasts, t, problemText]);
}

/** What the person filed, then all that was said, each with who can read it. */
function useThread(data: Case): readonly ThreadMessage[] {
  const t = useCasesText();
  const { data: session } = useSession();
  const name = data.person?.name ?? '';
  const filed: ThreadMessage = {
    id: `${data.id} filed`,
    author: name,
    authorRole: t('thread.filed'),
    at: data.openedAt,
    body: data.description,
  };
  const said = data.thread.map((message): ThreadMessage => {
    const isInternal = message.readers === 'support_only';
    const isPerson = message.from === name;
    return {
      id: message.id,
      author: message.from,
      authorRole: t(isPerson ? 'thread.person' : 'thread.support'),
      isOwn: message.from === session?.user?.name,
      at: message.at,
      body: message.body,
      isInternal,
      readers: isPerson ? undefined : t(isInternal ? 'readers.support' : 'readers.both', { name }),
    };
  });
  return [filed, ...said];
}
