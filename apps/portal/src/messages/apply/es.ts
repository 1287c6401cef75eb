import type { Translation } from '@muster/ui';
import type { applyEn } from './en.js';

export const applyEs: Translation<typeof applyEn> = {
  'progress.first': 'Pregunta 1',
  progress: 'Pregunta {position} de unas {of}',
  'progress.last': 'Pregunta {position}, la última',
  saved: 'Guardado a las {time}',
  'saved.nothing': 'Aún no hay nada guardado',
  why: 'Por qué preguntamos',
  continue: 'Continuar',
  back: 'Atrás',
  later: 'Parar aquí y volver más tarde',
  yes: 'Sí',
  no: 'No',
  characters: '{count, plural, one {Queda # carácter} other {Quedan # caracteres}}',

  'missing.yes_no': 'Elija sí o no',
  'missing.choice': 'Elija una de las respuestas',
  'missing.choices': 'Elija al menos una respuesta',
  'missing.text': 'Escriba su respuesta',
  'missing.long_text': 'Escriba su respuesta',
  'missing.number': 'Escriba un número',
  'missing.date': 'Escriba el día, el mes y el año',
  'missing.document': 'Elija un archivo o haga una foto',
  'missing.phone': 'Escriba un número de teléfono',
  'missing.address': 'Escriba su dirección',
  'wrong.number': 'Use solo cifras, como 12',
  'wrong.phone': 'Escriba un teléfono con cifras, como +1 555 0100',
  'wrong.long':
    '{count, plural, one {Acorte su respuesta en # carácter} other {Acorte su respuesta en # caracteres}}',

  'save.failed': 'Su respuesta aún no está guardada',

  'document.types': 'PDF, Word o una foto',
  'document.tooBig':
    'El archivo ocupa {size} y lo máximo que podemos recibir son {most}. Haga la foto otra vez con un tamaño menor, o envíe un PDF.',
  'document.empty': 'El archivo está vacío. Elija otro.',
  'document.sending': 'Espere a que se reciba el archivo y después continúe',

  'stop.rule': 'La norma',
  'stop.possible': 'Qué es posible',
  'stop.mistake': '¿Eligió la respuesta equivocada? <back>Cámbiela</back>',
  'stop.others': 'Ver otras vacantes',

  'review.title': 'Revise sus respuestas',
  'review.lead': 'Todavía no se ha enviado nada. Aún puede cambiarlo todo.',
  'review.change': 'Cambiar',
  'review.changeWhat': 'Cambiar: {question}',
  'review.truth': 'Al enviar su solicitud declara que estas respuestas son ciertas, hasta donde usted sabe.',
  'review.send': 'Enviar mi solicitud',
  'review.failed': 'Su solicitud aún no está enviada',

  'sent.title': 'Hemos recibido su solicitud',
  'sent.number': 'Su número',
  'sent.numberWhy': 'Dígalo cuando escriba o llame. No dice nada sobre usted.',
  'sent.at': 'Enviada el {time}',
  'sent.next.title': 'Qué pasa después',
  'sent.my': 'Ver mi solicitud',
  'sent.mail': 'Le escribimos a {email} cuando pase algo.',

  'done.title': 'Sus respuestas',
  'done.text':
    'Ya envió esta solicitud, así que las respuestas se quedan como están. Si alguna estaba mal, escríbanos en la página de su solicitud.',
  'done.back': 'Mi solicitud',

  'gone.title': 'Esa solicitud no existe',
  'gone.text': 'Puede que el enlace esté mal escrito o que sea de otra cuenta.',
};
