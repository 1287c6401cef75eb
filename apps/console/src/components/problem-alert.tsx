import { Alert, type Problem } from '@muster/ui';
import { useProblemText } from '../hooks/use-problem-text.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';

/** Why something was not saved, above the form it was entered in; what was entered stays. */
export function ProblemAlert({ problem }: { readonly problem: Problem | null }) {
  const t = useFrameText();
  const text = useProblemText();
  if (problem === null) return null;
  return (
    <Alert tone="error" title={t('problem.title')} isLive>
      <p>{text(problem)}</p>
      <p>{t('problem.kept')}</p>
    </Alert>
  );
}
