import type { QuestionnaireScreen, QuestionView } from '@muster/client';

/** A question and the screen it stands on. */
export interface QuestionProps {
  readonly screen: QuestionnaireScreen;
  readonly question: QuestionView;
}
