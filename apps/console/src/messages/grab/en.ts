/** What is said while something is moved. */
export const grabEn = {
  handle: 'Move {label}',
  hint: 'Space picks it up, the arrow keys move it, Space drops it, Escape takes it back.',
  held: '{label} is held. {place}',
  dropped: '{label} is dropped. {place}',
  cancelled: '{label} is back where it was.',
  'place.list': '{position, number} of {total, number}',
} as const;
