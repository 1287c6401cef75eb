import type { AnswerValue, QuestionView } from '@muster/client';
import type { applyEn } from '../../messages/apply/en.js';

/** What stands in the form: text as it was typed, a tile that was chosen, or nothing yet. */
export type AnswerDraft = string | boolean | readonly string[] | null;

type Key = keyof typeof applyEn;

/** An answer that can be sent, or what is missing or wrong. */
export type ReadDraft =
  | { readonly kind: 'Answer'; readonly value: AnswerValue }
  | { readonly kind: 'Problem'; readonly key: Key; readonly count?: number | undefined };

const phone = /^[+()\d\s./-]{5,40}$/;

/** What the form shows for the answer that is saved. */
export function draftOf({ answer }: Pick<QuestionView, 'answer'>): AnswerDraft {
  return typeof answer === 'number' ? String(answer) : answer;
}

/** Reads the form by the kind of the question. Nothing is an answer where the question may be passed over. */
export function readDraft(
  question: Pick<QuestionView, 'kind' | 'required' | 'maxLength'>,
  draft: AnswerDraft,
): ReadDraft {
  if (isBlank(draft)) {
    return question.required
      ? { kind: 'Problem', key: `missing.${question.kind}` }
      : { kind: 'Answer', value: null };
  }
  if (typeof draft !== 'string') return { kind: 'Answer', value: draft };
  const text = draft.trim();
  if (question.kind === 'number') return readNumber(text);
  if (question.kind === 'phone' && !phone.test(text)) return { kind: 'Problem', key: 'wrong.phone' };
  const tooMany = question.maxLength === null ? 0 : text.length - question.maxLength;
  if (tooMany > 0) return { kind: 'Problem', key: 'wrong.long', count: tooMany };
  return { kind: 'Answer', value: text };
}

/** "1.5" and "1,5" are the same number; thousands are not separated. */
function readNumber(text: string): ReadDraft {
  const plain = text.replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain)
    ? { kind: 'Answer', value: Number(plain) }
    : { kind: 'Problem', key: 'wrong.number' };
}

function isBlank(draft: AnswerDraft): boolean {
  if (draft === null) return true;
  return typeof draft === 'string' ? draft.trim() === '' : Array.isArray(draft) && draft.length === 0;
}
