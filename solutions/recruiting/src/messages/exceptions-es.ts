import type { exceptionsEn } from './exceptions-en.js';

/** What recruiting says about reviews, waivers and holds, in Spanish. */
export const exceptionsEs: Readonly<Record<keyof typeof exceptionsEn, string>> = {
  'channel.email': 'por correo',
  'channel.in_person': 'en persona',
  'channel.letter': 'por carta',
  'channel.phone': 'por teléfono',

  'do.decide_review': 'Decidir la revisión',
  'do.hold': 'Poner en pausa',
  'do.record_review': 'Registrar una petición de revisión',
  'do.release': 'Terminar la pausa',
  'do.waive': 'Dispensar: {step}',

  'error.hold_until_past': 'El último día de la pausa debe ser un día futuro.',
  'error.no_decision': 'No existe esa decisión, o ya se ha pedido su revisión.',
  'error.own_decision': 'Usted tomó esta decisión. Otra persona debe volver a estudiarla.',

  'event.hold.ended': '{step}: fin de la pausa',
  'event.hold.lapsed': '{step}: la pausa terminó en su día',
  'event.hold.started': '{step}: en pausa',
  'event.hold.started_until': '{step}: en pausa hasta el {day}',
  'event.review.granted': 'Revisión: se cambia la decisión',
  'event.review.refused': 'Revisión: se mantiene la decisión',
  'event.review.requested': 'Revisión solicitada',
  'event.review.requested_by': 'Revisión solicitada {channel}',

  'hold.because': 'En pausa: {reason}',
  'hold.until': 'En pausa hasta el {day}: {reason}',
  'hold.waits.agency': 'Nos toca a nosotros. No tiene que hacer nada.',
  'hold.waits.candidate': 'Seguimos en cuanto tengamos noticias de usted.',
  'hold.waits.third_party': 'Esperamos a otra entidad. No tiene que hacer nada.',

  'notice.hold.body':
    'Hola, {name}:\n\nHemos puesto esto en pausa{until}: {what}.\nEl motivo: {reason}\n\nLo que ya ha superado conserva sus fechas. Si algo no es correcto, responda en «Mi solicitud».',
  'notice.hold.subject': 'En pausa: {what}',
  'notice.hold.until': ' hasta el {day}',
  'notice.hold_over.body':
    'Hola, {name}:\n\nLa pausa ha terminado y esto sigue adelante: {what}.\n\nEn «Mi solicitud» puede ver qué viene después.',
  'notice.hold_over.subject': 'Sigue adelante: {what}',
  'notice.reason_inside': 'lo encontrará en «Mi solicitud»',
  'notice.review_asked.body':
    'Hola, {name}:\n\nNos ha pedido que volvamos a estudiar esto: {what}\n\nLo hace una persona que no tomó la decisión, y le escribiremos. Hasta entonces no tiene que hacer nada.',
  'notice.review_asked.subject': 'Volvemos a estudiarlo',
  'notice.review_changed.body':
    'Hola, {name}:\n\nHemos vuelto a estudiar esto: {what}\n\nSe cambia la decisión, que ya no cuenta. Su solicitud sigue desde donde estaba.\nEl motivo: {reason}\n\nEn «Mi solicitud» puede ver qué viene después.',
  'notice.review_changed.subject': 'Su revisión: se cambia la decisión',
  'notice.review_upheld.body':
    'Hola, {name}:\n\nHemos vuelto a estudiar esto: {what}\n\nSe mantiene la decisión.\nEl motivo: {reason}\n\nGracias por su paciencia.',
  'notice.review_upheld.subject': 'Su revisión: se mantiene la decisión',
  'notice.waived.body':
    'Hola, {name}:\n\nNo tiene que hacer esto: {what}. Cuenta como hecho, y su solicitud sigue sin ello.',
  'notice.waived.subject': 'No tiene que hacer esto: {what}',

  'problem.not_waivable': '{step} no se puede dispensar: su proceso no lo permite.',
  'problem.review_late': 'La revisión se podía pedir hasta el {until}.',
  'process.bad_waiver': 'Un paso de este tipo no se puede dispensar nunca.',

  'queue.on_hold.description': 'Detenido con un motivo. Compruebe si sigue siendo válido.',
  'queue.on_hold.label': 'En pausa',
  'queue.on_hold.step': 'Pausa',

  'review.changed':
    'Lo hemos vuelto a estudiar. El {day} se cambió la decisión: ya no cuenta, y su solicitud sigue.',
  'review.of_end': 'Su solicitud ha terminado: {reason}',
  'review.of_step': '{step}: {outcome}',
  'review.upheld': 'Lo hemos vuelto a estudiar. El {day} se mantuvo la decisión.',
  'review.waiting':
    'Pidió una revisión el {day}. La estudia una persona que no tomó la decisión, y le escribirá.',

  'sentence.on_hold': 'En pausa desde el {day}; siguiente paso: {who}',
  'sentence.on_hold_until': 'En pausa desde el {day} hasta el {until}; siguiente paso: {who}',
  'sentence.review': 'revisión solicitada el {day}',
  'sentence.step_on_hold': '{step} en pausa desde el {day}; siguiente paso: {who}',

  'step.waived': 'No tiene que hacerlo',

  'where.on_hold': 'Su solicitud está en pausa desde el {day} porque: {reason}',
  'where.on_hold_until': 'Su solicitud está en pausa hasta el {day} porque: {reason}',
  'where.step_on_hold': 'Esto está en pausa desde el {day}: {step}. El motivo: {reason}',
};
