import type { QuestionView } from '@muster/client';
import { useApplyText } from '../../messages/apply/use-apply-text.js';

/** What helps to answer a question, and why it is asked. */
export function WhyAsked({ question }: { readonly question: Pick<QuestionView, 'help' | 'why'> }) {
  const t = useApplyText();
  return (
    <span className="po-why">
      {question.help !== null && <span className="po-why-help">{question.help}</span>}
      <span>
        <strong>{t('why')}:</strong> {question.why}
      </span>
    </span>
  );
}
