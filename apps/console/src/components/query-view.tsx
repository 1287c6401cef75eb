import { ButtonLink, DeniedState, EmptyState, ErrorState, readProblem, Skeleton } from '@muster/ui';
import type { ReactNode } from 'react';
import { useSession } from '../data/session.js';
import { useProblemText } from '../hooks/use-problem-text.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';

export interface QueryViewProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  /** Grey shapes in the size of what comes. */
  readonly skeleton?: ReactNode;
  /** It stands for the whole page. */
  readonly isPage?: boolean | undefined;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what was loaded, or why it is not there. What is already on the screen stays when a later look fails. */
export function QueryView<Data>({ query, skeleton, isPage, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return skeleton ?? <Skeleton shape="page" />;
  return <QueryProblem error={query.error} isPage={isPage} onRetry={() => void query.refetch()} />;
}

function QueryProblem({
  error,
  isPage,
  onRetry,
}: {
  readonly error: unknown;
  readonly isPage: boolean | undefined;
  readonly onRetry: () => void;
}) {
  const t = useFrameText();
  const text = useProblemText();
  const { data: session } = useSession();
  const problem = readProblem(error);
  if (problem.kind === 'Denied') {
    return (
      <DeniedState
        isPage={isPage}
        grantedBy={t('denied.page.grant', { agency: session?.agency.name ?? '' })}
      />
    );
  }
  if (problem.kind === 'Missing') {
    return (
      <EmptyState
        isPage={isPage}
        title={t('state.missing.title')}
        action={<ButtonLink href="/">{t('state.missing.home')}</ButtonLink>}
      >
        {t('state.missing.text')}
      </EmptyState>
    );
  }
  return (
    <ErrorState isPage={isPage} title={t('state.loadFailed')} onRetry={onRetry}>
      <p>{text(problem)}</p>
    </ErrorState>
  );
}
