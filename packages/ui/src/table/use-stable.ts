import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function from render to render, always doing what the latest one does: rows need not render again for it. */
export function useStable<Argument>(latest: (argument: Argument) => void): (argument: Argument) => void {
  const ref = useRef(latest);
  useLayoutEffect(() => {
    ref.current = latest;
  });
  return useCallback((argument: Argument) => ref.current(argument), []);
}
