import { useState } from 'react';

export interface History<Value> {
  readonly value: Value;
  /** Takes a step that can be undone. */
  readonly commit: (next: Value) => void;
  /** Shows a value on the way to the next step. */
  readonly show: (next: Value) => void;
  /** Makes one step of what was shown since a value. */
  readonly settle: (before: Value) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

interface State<Value> {
  readonly past: readonly Value[];
  readonly value: Value;
  readonly future: readonly Value[];
}

/** A value whose changes can be undone and done again. */
export function useHistory<Value>(initial: Value): History<Value> {
  const [{ past, value, future }, setState] = useState<State<Value>>({
    past: [],
    value: initial,
    future: [],
  });
  const back = past.at(-1);
  const [next, ...later] = future;
  return {
    value,
    commit: (changed) =>
      changed !== value && setState({ past: [...past, value], value: changed, future: [] }),
    show: (changed) => setState((state) => ({ ...state, value: changed })),
    settle: (before) =>
      setState((state) =>
        before === state.value ? state : { past: [...state.past, before], value: state.value, future: [] },
      ),
    undo:
      back === undefined
        ? undefined
        : () => setState({ past: past.slice(0, -1), value: back, future: [value, ...future] }),
    redo:
      next === undefined ? undefined : () => setState({ past: [...past, value], value: next, future: later }),
  };
}
