import type { AnswerValue, QuestionView } from '@muster/client';
import { Form, readProblem, useDraft, useFormats } from '@muster/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../components/problem-alert.js';
import { seenQuestions, useAnswer } from '../../data/questionnaire.js';
import { useApplyText } from '../../messages/apply/use-apply-text.js';
import { type AnswerDraft, draftOf, readDraft } from './answer-draft.js';
import { AnswerField } from './answer-field.js';
import type { QuestionProps } from './question-props.js';
import { screenAddress } from './screen-address.js';
import { WayOn } from './way-on.js';

/** An answer that is chosen or typed: checked here, saved at Continue, kept in the form when that fails. */
export function TypedAnswer({ screen, question }: QuestionProps) {
  const t = useApplyText();
  const { applicationId } = screen;
  const navigate = useNavigate();
  const answer = useAnswer();
  const check = useCheck(applicationId, question);
  const [saved] = useState(() => draftOf(question));
  const draft = useDraft<AnswerDraft>(`answer.${applicationId}.${question.key}`, saved);
  const [found, setFound] = useState<string>();
  const refusal = refusalOf(answer.error);
  const problem = found ?? refusal;
  const box = useFocusOnProblem(problem);

  const submit = async () => {
    answer.reset();
    const read = readDraft(question, draft.value);
    if (read.kind === 'Problem') return setFound(t(read.key, { count: read.count ?? 0 }));
    const broken = await check(read.value);
    setFound(broken);
    if (broken !== undefined) return;
    answer.mutate(
      { applicationId, question: question.key, value: read.value },
      {
        onSuccess: (next) => {
          draft.clear();
          void navigate(screenAddress(next));
        },
      },
    );
  };

  return (
    <Form onSubmit={() => void submit()}>
      <div ref={box}>
        <AnswerField
          question={question}
          draft={draft.value}
          onChange={(value) => {
            draft.set(value);
            setFound(undefined);
          }}
          error={problem}
        />
      </div>
      {refusal === undefined && <ProblemAlert title={t('save.failed')} error={answer.error} />}
      <WayOn screen={screen} isPending={answer.isPending} />
    </Form>
  );
}

/** Puts the focus on the answer when something is wrong with it, so that the reason is read out. */
function useFocusOnProblem(problem: string | undefined) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== undefined) box.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [problem]);
  return box;
}

/** What the server says is wrong with the answer itself. */
function refusalOf(error: unknown): string | undefined {
  if (error === null) return undefined;
  const problem = readProblem(error);
  return problem.kind === 'Refused' ? problem.message : undefined;
}

/** Runs the question's rule on this device; its code is fetched only for questions that have one. */
function useCheck(applicationId: string, question: QuestionView) {
  const queries = useQueryClient();
  const { timeZone } = useFormats();
  const hasRule = question.check !== null;
  useEffect(() => {
    if (hasRule) void import('./check-answer.js');
  }, [hasRule]);
  return async (value: AnswerValue): Promise<string | undefined> => {
    if (!hasRule) return undefined;
    const { checkAnswer } = await import('./check-answer.js');
    const others = seenQuestions(queries, applicationId).filter((other) => other.key !== question.key);
    return checkAnswer({ question, value }, others, { now: Date.now(), timeZone });
  };
}
