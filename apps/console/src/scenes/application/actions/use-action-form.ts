import { useDraft } from '@muster/ui';
import { useState } from 'react';

/** What is wrong with each field, in words; absent fields are right. */
export type FieldErrors<Values> = { readonly [Name in keyof Values]?: string | undefined };

export interface ActionFormState<Values> {
  readonly values: Values;
  readonly change: (patch: Partial<Values>) => void;
  /** Empty until somebody first tries to send. */
  readonly errors: FieldErrors<Values>;
  /** Sends when nothing is wrong. */
  readonly submit: (send: (values: Values) => void) => void;
  readonly clear: () => void;
}

/** The entries of one form. They are kept while the panel is closed and after a refusal; `key` tells forms apart. */
export function useActionForm<Values extends object>(
  key: string,
  start: Values,
  check: (values: Values) => FieldErrors<Values>,
): ActionFormState<Values> {
  const [initial] = useState(start);
  const { value: values, set, clear } = useDraft(`action.${key}`, initial);
  const [isTried, setTried] = useState(false);
  const problems = check(values);
  const isRight = Object.values(problems).every((problem) => problem === undefined);
  return {
    values,
    change: (patch) => set((before) => ({ ...before, ...patch })),
    errors: isTried ? problems : {},
    submit: (send) => {
      setTried(true);
      if (isRight) send(values);
    },
    clear,
  };
}
