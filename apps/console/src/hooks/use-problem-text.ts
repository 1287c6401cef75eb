import type { Problem } from '@muster/ui';
import { useFrameText } from '../messages/frame/use-frame-text.js';

/** A problem in words: the server's own where it said what is wrong with an entry. */
export function useProblemText(): (problem: Problem) => string {
  const t = useFrameText();
  return (problem) => (problem.kind === 'Refused' ? problem.message : t(`problem.${problem.kind}`));
}
