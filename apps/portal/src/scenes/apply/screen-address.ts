import type { QuestionnaireScreen } from '@muster/client';

/** The address of one question of an application; without a question, of wherever it stands. */
export function questionAddress(applicationId: string, question?: string | null): string {
  const address = `/apply/${applicationId}`;
  return question ? `${address}?${new URLSearchParams({ question })}` : address;
}

/** The address of a screen that was just given. */
export function screenAddress({ applicationId, question }: QuestionnaireScreen): string {
  return questionAddress(applicationId, question?.key);
}
