import { Skeleton } from '@muster/ui';

/** The shape of a question while it is on its way. */
export function QuestionSkeleton() {
  return (
    <div className="po-question-skeleton">
      <Skeleton shape="text" count={1} />
      <Skeleton shape="page" />
    </div>
  );
}
