import type { ComponentName, DeployInFull } from '@muster/client';
import { type Problem, readProblem } from '@muster/ui';
import { useState } from 'react';
import { type MetadataChange, useChangeMetadata } from '../../../data/setup-metadata.js';
import { type DeployProblems, deployProblems, noProblems } from './deploy-problems.js';

export interface Save {
  readonly save: () => void;
  /** Tries the change without making it; what would change is then in `checked`. */
  readonly check: () => void;
  readonly isSaving: boolean;
  readonly isChecking: boolean;
  /** What the last try found, until the form is changed. */
  readonly checked: DeployInFull | undefined;
  readonly problems: DeployProblems;
  /** Why the request itself failed. */
  readonly problem: Problem | null;
  /** Forgets what the last try found. */
  readonly forget: () => void;
}

export interface SaveOptions {
  /** The component the form is about. */
  readonly about: ComponentName;
  /** Elements the form has a control for. */
  readonly elements: ReadonlySet<string>;
  /** The change as the form stands; undefined while something is missing. */
  readonly build: () => MetadataChange | undefined;
  readonly onSaved: (result: DeployInFull) => void;
}

/** Saves a form that changes metadata: all of it or nothing, with what is wrong sorted to its controls. */
export function useSave({ about, elements, build, onSaved }: SaveOptions): Save {
  const { check, save } = useChangeMetadata();
  const [result, setResult] = useState<DeployInFull>();
  const run = (by: typeof check) => {
    const change = build();
    setResult(undefined);
    if (change === undefined) return;
    by.mutate(change, {
      onSuccess: (answer) => {
        if (by === save && answer.success) onSaved(answer);
        else setResult(answer);
      },
    });
  };
  const failure = save.error ?? check.error;
  return {
    save: () => run(save),
    check: () => run(check),
    isSaving: save.isPending,
    isChecking: check.isPending,
    checked: result?.success === true ? result : undefined,
    problems: result === undefined ? noProblems : deployProblems(result, about, elements),
    problem: failure === null ? null : readProblem(failure),
    forget: () => {
      setResult(undefined);
      save.reset();
      check.reset();
    },
  };
}
