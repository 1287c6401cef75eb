import type { Translation } from '@muster/ui';
import type { grabEn } from './en.js';

export const grabEs: Translation<typeof grabEn> = {
  handle: 'Mover {label}',
  hint: 'La barra espaciadora lo toma, las flechas lo mueven, la barra espaciadora lo suelta, Escape lo devuelve.',
  held: '{label}: tomado. {place}',
  dropped: '{label}: soltado. {place}',
  cancelled: '{label} vuelve a su sitio.',
  'place.list': '{position, number} de {total, number}',
};
