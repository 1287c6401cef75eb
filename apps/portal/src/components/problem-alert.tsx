import { Alert, Link, readProblem } from '@muster/ui';
import { useLocation } from 'react-router';
import { withNext } from '../hooks/use-next-path.js';
import { useProblemText } from '../hooks/use-problem-text.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';

/** Something could not be saved or sent: what happened, that nothing typed is lost, and what to do. */
export function ProblemAlert({ title, error }: { readonly title: string; readonly error: unknown }) {
  const t = useFrameText();
  const text = useProblemText();
  const { pathname, search } = useLocation();
  if (error === null) return null;
  const problem = readProblem(error);
  return (
    <Alert
      tone="error"
      title={title}
      isLive
      actions={
        problem.kind === 'SignedOut' && (
          <Link href={withNext('/sign-in', `${pathname}${search}`)}>{t('state.signIn.action')}</Link>
        )
      }
    >
      <p>
        {text(problem)} {t('problem.kept')}
      </p>
    </Alert>
  );
}
