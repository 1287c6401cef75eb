import type { Translation } from '@muster/ui';
import type { en } from './en.js';

export const es: Translation<typeof en> = {
  'agency.name': 'Servicio de Fronteras y Rescate de Marrenfell',
  'home.title': 'Trabaje con nosotros',
  'home.lead':
    'Controlamos viajeros y mercancías en puertos y pasos, y rescatamos a personas en el agua y en la montaña.',
  'nav.vacancies': 'Vacantes',
  'notFound.title': 'Esta página no existe',
  'notFound.text': 'Puede que la dirección esté mal escrita o que la página haya cambiado de lugar.',
  'notFound.home': 'Ir a la primera página',
  'footer.accessibility': 'Accesibilidad',
  'footer.privacy': 'Privacidad',
  'footer.use': 'Para qué se usa este sistema',
};
