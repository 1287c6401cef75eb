import type { StepState } from '@muster/ui';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly phase: string;
  readonly state: StepState;
  readonly waitingOn: string;
  readonly since: string;
  readonly expires: string | null;
  readonly days: number;
}

const first = [
  'Nia',
  'Joel',
  'Lena',
  'Idris',
  'Mara',
  'Tove',
  'Anselm',
  'Ruben',
  'Elif',
  'Jonas',
  'Ines',
  'Kofi',
];
const last = [
  'Calder',
  'Brandt',
  'Marsk',
  'Vale',
  'Okonkwo',
  'Lindqvist',
  'Faure',
  'Petrov',
  'Aydin',
  'Hale',
  'Moreau',
  'Mensah',
];
const states: readonly StepState[] = [
  'waiting',
  'scheduled',
  'open',
  'held',
  'expired',
  'failed',
  'done',
  'notOpen',
];
const waits = ['Clinic', 'Candidate', 'Referee', 'Recruiting office', 'Adjudication'];
const phases = ['Medical', 'Background', 'Psychological', 'Drug test', 'Fitness', 'Interview'];

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

export const people: readonly Person[] = Array.from({ length: 200 }, (_, index) => ({
  id: `a${index}`,
  name: `${pick(first, index)} ${pick(last, index * 5 + Math.floor(index / 12))}`,
  number: `A-${String(412 + index * 3).padStart(5, '0')}`,
  phase: pick(phases, index * 7),
  state: pick(states, index < 40 ? index % 3 : index),
  waitingOn: pick(waits, index * 3),
  since: `2026-1${index % 2}-${String(2 + ((index * 3) % 22)).padStart(2, '0')}`,
  expires:
    index % 4 === 3 ? null : `2027-0${1 + (index % 3)}-${String(1 + ((index * 5) % 27)).padStart(2, '0')}`,
  days: 3 + ((index * 13) % 71),
}));
