import { assertNever } from '@muster/kernel';
import type { Problem } from '@muster/ui';
import { useFrameText } from '../messages/frame/use-frame-text.js';

/** A problem as one or two sentences: what happened and what to do. */
export function useProblemText(): (problem: Problem) => string {
  const t = useFrameText();
  return (problem) => {
    switch (problem.kind) {
      case 'Refused':
        return problem.message;
      case 'Offline':
        return t('problem.offline');
      case 'SignedOut':
        return t('problem.signedOut');
      case 'Denied':
      case 'Missing':
        return t('problem.denied');
      case 'Busy':
        return t('problem.busy');
      case 'Changed':
        return t('problem.changed');
      case 'Failed':
        return t('problem.failed');
      default:
        return assertNever(problem);
    }
  };
}
