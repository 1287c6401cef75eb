import { Board, type BoardColumn, PageHeader, type StepState, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import { people } from './people.js';

const phases = [
  ['Qualification review', 460],
  ['Exam', 970],
  ['Fitness', 212],
  ['Interview', 112],
  ['Offer out', 45],
  ['After the offer', 640],
  ['Waiting for class', 31],
] as const;
const parallel = ['Medical', 'Background', 'Psychological'];
const states: readonly StepState[] = ['waiting', 'scheduled', 'done', 'open', 'expired'];

export function BoardScene() {
  const formats = useFormats();
  const columns = useMemo<readonly BoardColumn[]>(
    () =>
      phases.map(([title, count], column) => ({
        id: title,
        title,
        count,
        meta: column === 5 ? '1,082 open steps' : `${formats.number(count)} open steps`,
        cards: people.slice(column * 12, column * 12 + Math.min(12, count)).map((person, index) => ({
          id: person.id,
          href: '/application',
          title: person.name,
          detail: `${person.number} · Ellery`,
          chips:
            column === 5
              ? parallel.map((label, step) => ({
                  label,
                  state: states[(index + step) % states.length] ?? 'open',
                }))
              : [{ label: column > 3 ? 'Conditional offer' : title, state: person.state }],
          foot: (
            <>
              <span>{column === 5 ? `${1 + (index % 3)} of 3 open` : formats.since(person.since)}</span>
              {person.expires && <span>{formats.goodUntil(person.expires)}</span>}
            </>
          ),
        })),
        onMore: () => undefined,
      })),
    [formats],
  );
  return (
    <>
      <PageHeader title="Hiring board" lead="2,470 people, 2,912 open steps" />
      <Board label="Hiring board" columns={columns} />
    </>
  );
}
