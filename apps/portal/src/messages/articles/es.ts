import type { Translation } from '@muster/ui';
import type { articlesEn } from './en.js';

export const articlesEs: Translation<typeof articlesEn> = {
  title: 'Artículos de ayuda',
  lead: 'Respuestas a lo que más se pregunta.',
  search: 'Buscar artículos',
  searchButton: 'Buscar',
  allTopics: 'Todos los temas',
  topics: 'Temas',
  found: '{count, plural, one {# artículo} other {# artículos}}',
  foundFor: '{count, plural, one {# artículo para «{words}»} other {# artículos para «{words}»}}',
  updated: 'Actualizado el {day}',
  'empty.title': 'Aún no hay artículos',
  'empty.text': 'Cuando el servicio publique artículos, los encontrará aquí.',
  'none.title': 'Nada coincide con «{words}»',
  'none.text': 'Pruebe con menos palabras o con otras, o mire los temas.',
  'none.topic': 'Ningún artículo sobre este tema',
  'none.clear': 'Ver todos los artículos',
  'none.case': 'Preguntar a soporte',

  back: 'Todos los artículos',
  'gone.title': 'Ese artículo no existe',
  'gone.text': 'Puede que se haya retirado o que no esté publicado para su cuenta.',
  asOf: 'A fecha de',
  version: 'Versión',
  owner: 'Responsable',
  number: 'Número',
  readIn: 'Leerlo en {language}',
  otherLanguage: 'Este artículo no está en su idioma. Lo lee en {language}.',
  print: 'Imprimir',
  notEnough: '¿No responde a su pregunta? <ask>Pregunte a soporte</ask>',
};
