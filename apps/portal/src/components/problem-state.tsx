import {
  Button,
  ButtonLink,
  CircleAlertIcon,
  CloudOffIcon,
  EmptyState,
  type EmptyStateProps,
  InboxIcon,
  isPassing,
  LockIcon,
  type Problem,
} from '@muster/ui';
import { useLocation } from 'react-router';
import { usePerson } from '../data/session.js';
import { withNext } from '../hooks/use-next-path.js';
import { useProblemText } from '../hooks/use-problem-text.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';
import { PageHead } from './page-head.js';

/** What a page says when the thing it shows is not there. */
export interface MissingText {
  readonly title: string;
  readonly text: string;
}

export interface ProblemStateProps {
  readonly problem: Problem;
  readonly missing?: MissingText | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** It stands in for the whole page, so its title is the page's heading. */
  readonly isPage?: boolean | undefined;
}

/** Why something could not be shown: not signed in, not allowed, not there, no connection, our own fault. Each looks apart. */
export function ProblemState({ isPage, ...rest }: ProblemStateProps) {
  const state = useProblemWords(rest);
  if (!isPage) return <EmptyState {...state} />;
  return (
    <>
      <PageHead title={state.title} lead={state.children} />
      {state.action}
    </>
  );
}

function useProblemWords({ problem, missing, onRetry }: ProblemStateProps): EmptyStateProps {
  const t = useFrameText();
  const text = useProblemText();
  const person = usePerson();
  const { pathname, search } = useLocation();
  const home = <ButtonLink href="/">{t('state.home')}</ButtonLink>;
  const retry = isPassing(problem) && onRetry && (
    <Button variant="primary" onPress={onRetry}>
      {t('state.retry')}
    </Button>
  );
  switch (problem.kind) {
    case 'SignedOut':
      return {
        icon: LockIcon,
        title: t('state.signIn.title'),
        children: t('state.signIn.text'),
        action: (
          <ButtonLink variant="primary" href={withNext('/sign-in', `${pathname}${search}`)}>
            {t('state.signIn.action')}
          </ButtonLink>
        ),
      };
    case 'Denied':
      return {
        icon: LockIcon,
        title: t('state.denied.title'),
        children: person ? t('state.denied.text', { name: person.name }) : undefined,
        action: home,
      };
    case 'Missing':
      return {
        icon: InboxIcon,
        title: missing?.title ?? t('state.notFound.title'),
        children: missing?.text ?? t('state.notFound.text'),
        action: home,
      };
    case 'Offline':
      return {
        icon: CloudOffIcon,
        title: t('state.offline.title'),
        children: t('state.offline.text'),
        action: retry,
      };
    default:
      return {
        icon: CircleAlertIcon,
        title: t('state.failed.title'),
        children: text(problem),
        action: retry ?? home,
      };
  }
}
