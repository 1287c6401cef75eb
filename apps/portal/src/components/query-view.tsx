import { readProblem } from '@muster/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemState, type ProblemStateProps } from './problem-state.js';

export interface QueryViewProps<Data> extends Pick<ProblemStateProps, 'missing' | 'isPage'> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'refetch'>;
  /** Grey shapes in the size of what comes. */
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what was loaded, or why it is not there. What is already on the screen stays when a later look fails. */
export function QueryView<Data>({ query, skeleton, children, ...rest }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return skeleton;
  return <ProblemState {...rest} problem={readProblem(query.error)} onRetry={() => void query.refetch()} />;
}
