/** An answer as it is being written. */
export interface AnswerDraft {
  readonly audience: 'reply' | 'note';
  readonly text: string;
}

export const blankAnswer: AnswerDraft = { audience: 'reply', text: '' };
