import type { Queue } from '@muster/client';
import { useFormats } from '@muster/ui';
import { useWorkText } from '../../messages/work/use-work-text.js';

export interface QueueListProps {
  readonly queues: readonly Queue[];
  /** Null: all queues together. */
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}

/** Every queue with how much waits there, how long the oldest has, and when something runs out next. */
export function QueueList({ queues, chosen, onChoose }: QueueListProps) {
  const t = useWorkText();
  const formats = useFormats();
  return (
    <section className="console-queues" aria-label={t('home.queues')}>
      <ul className="console-queue-list">
        <li>
          <button
            type="button"
            className="console-queue"
            aria-current={chosen === null ? 'true' : undefined}
            onClick={() => onChoose(null)}
          >
            <span className="console-queue-name">{t('home.all')}</span>
            <span className="console-queue-facts">{t('home.all.facts')}</span>
          </button>
        </li>
        {queues.map((queue) => (
          <li key={queue.key}>
            <button
              type="button"
              className="console-queue"
              aria-current={queue.key === chosen ? 'true' : undefined}
              onClick={() => onChoose(queue.key)}
            >
              <span className="console-queue-name">{queue.label}</span>
              <span className="console-queue-count" aria-hidden>
                {formats.number(queue.count)}
              </span>
              <span className="mu-visually-hidden">{t('home.count', { count: queue.count })}</span>
              <QueueFacts queue={queue} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function QueueFacts({ queue }: { readonly queue: Queue }) {
  const t = useWorkText();
  const formats = useFormats();
  const facts = [
    queue.oldestSince === null ? null : t('home.oldest', { age: formats.age(queue.oldestSince) }),
    queue.nextExpiry === null ? null : t('home.nextExpiry', { day: formats.day(queue.nextExpiry) }),
  ].filter((fact) => fact !== null);
  return (
    <span className="console-queue-facts">{queue.count === 0 ? t('home.nothing') : facts.join(' · ')}</span>
  );
}
