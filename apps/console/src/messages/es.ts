import type { Translation } from '@muster/ui';
import type { en } from './en.js';

export const es: Translation<typeof en> = {
  'agency.name': 'Servicio de Fronteras y Rescate de Marrenfell',
  'home.title': 'Inicio',
  'nav.home': 'Inicio',
  'notFound.title': 'Esta página no existe',
  'notFound.text': 'Puede que la dirección esté mal escrita o que el registro se haya eliminado.',
  'notFound.home': 'Ir a Inicio',
  'palette.goTo': 'Ir a',
};
