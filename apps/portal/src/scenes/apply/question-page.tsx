import { useDocumentTitle } from '@muster/ui';
import { useWindowTitle } from '../../components/page-head.js';
import { useApplyText } from '../../messages/apply/use-apply-text.js';
import { DocumentAnswer } from './document-answer.js';
import { progressWords } from './progress-words.js';
import type { QuestionProps } from './question-props.js';
import { TypedAnswer } from './typed-answer.js';

/** One question: what is asked and why, the answer, and the way on. */
export function QuestionPage({ screen, question }: QuestionProps) {
  const t = useApplyText();
  const progress = progressWords(screen);
  useDocumentTitle(useWindowTitle(`${t(progress.key, progress.values)}: ${question.text}`));
  return (
    <>
      <p className="po-progress">
        <strong>{t(progress.key, progress.values)}</strong>
        <span>{screen.postingTitle}</span>
      </p>
      {question.kind === 'document' ? (
        <DocumentAnswer screen={screen} question={question} />
      ) : (
        <TypedAnswer screen={screen} question={question} />
      )}
    </>
  );
}
