import { useUiText } from '../messages/use-messages.js';
import './skeleton.css';

export interface SkeletonProps {
  /** The shape that will come: lines of text, a card, table rows, a figure. */
  readonly shape: 'text' | 'card' | 'rows' | 'figure' | 'page';
  /** How many lines, cards or rows. */
  readonly count?: number | undefined;
}

/** Grey shapes in the size of what is loading, so that nothing jumps when it comes. */
export function Skeleton({ shape, count = 3 }: SkeletonProps) {
  const t = useUiText();
  return (
    <div className="mu-skeleton" data-shape={shape} role="status">
      <span className="mu-visually-hidden">{t('ui.loading')}</span>
      {Array.from({ length: shape === 'page' ? 1 : count }, (_, index) => `part ${index}`).map((part) => (
        <SkeletonPart key={part} shape={shape} />
      ))}
    </div>
  );
}

function SkeletonPart({ shape }: Pick<SkeletonProps, 'shape'>) {
  if (shape === 'page') {
    return (
      <>
        <span className="mu-bone" data-size="title" />
        <span className="mu-bone" data-size="line" />
        <span className="mu-bone" data-size="block" />
      </>
    );
  }
  return <span className="mu-bone" data-size={shape === 'text' ? 'line' : shape} />;
}
