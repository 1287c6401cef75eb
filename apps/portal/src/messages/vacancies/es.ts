import type { Translation } from '@muster/ui';
import type { vacanciesEn } from './en.js';

export const vacanciesEs: Translation<typeof vacanciesEn> = {
  'home.title': 'Trabaje con nosotros',
  'home.windowTitle': 'Vacantes y solicitudes',
  'home.lead': 'Vea qué hay abierto, preséntese desde el teléfono y sepa siempre qué pasa después.',
  'home.vacancies': 'Vacantes abiertas',
  'home.allVacancies': 'Ver todas las vacantes',
  'home.how.title': 'Cómo funciona',
  'home.how.choose.title': 'Elija una vacante',
  'home.how.choose.text':
    'Cada una dice cuál es el trabajo, cuánto se paga, qué necesita y todos los pasos del camino.',
  'home.how.answer.title': 'Responda unas preguntas',
  'home.how.answer.text':
    'De una en una, unos 15 minutos. Cada respuesta se guarda: puede parar y seguir más tarde, en cualquier dispositivo.',
  'home.how.follow.title': 'Siga su solicitud',
  'home.how.follow.text':
    'Una sola página le dice dónde está, qué hacer, hasta cuándo y cuánto falta más o menos.',
  'home.signedIn.action': 'Ir a mi solicitud',
  'home.applied': '¿Ya se presentó? <signIn>Inicie sesión</signIn>',

  'jobs.title': 'Vacantes',
  'jobs.lead': 'Abiertas ahora; primero las que antes cierran.',
  'jobs.empty.title': 'Ahora mismo no hay vacantes abiertas',
  'jobs.empty.text': 'Abrimos nuevas varias veces al año. Vuelva a mirar en unas semanas.',
  'jobs.where': 'Dónde',
  'jobs.pay': 'Sueldo',
  'jobs.type': 'Tipo de trabajo',
  'jobs.closes': 'Plazo',

  'job.back': 'Todas las vacantes',
  'job.numberTerm': 'Número',
  'job.need.title': 'Qué necesita',
  'job.steps.title': 'Qué pasa, paso a paso',
  'job.steps.lead': 'Se le dice el resultado de cada paso. Puede dejarlo cuando quiera.',
  'job.apply': 'Presentarme',
  'job.minutes': '{count, plural, one {Se tarda # minuto, más o menos} other {Se tarda unos # minutos}}',
  'job.continue': 'Seguir con mi solicitud',
  'job.mine': 'Ir a mi solicitud',
  'job.closed.title': 'Esta vacante ya cerró',
  'job.closed.text': 'Ya no puede presentarse. El texto sigue aquí para que pueda leer lo que decía.',
  'job.closed.others': 'Ver qué hay abierto ahora',
  'job.gone.title': 'Esa vacante no existe',
  'job.gone.text': 'Puede que el enlace esté mal escrito o que la vacante se haya retirado.',

  'start.title': 'Antes de empezar',
  'start.for': 'Su solicitud para: {title}',
  'start.time': 'Se tarda unos {minutes} minutos.',
  'start.saved':
    'Cada respuesta se guarda al momento. Puede parar y seguir más tarde, también en otro dispositivo.',
  'start.noResume': 'No necesita un currículum para empezar.',
  'start.check': 'Ve todas sus respuestas antes de enviarlas.',
  'start.action': 'Empezar mi solicitud',
  'start.account.title': 'Primero, una cuenta',
  'start.account.text': 'Guarda sus respuestas y le deja volver a ellas.',
  'start.account.create': 'Crear una cuenta',
  'start.account.signIn': 'Ya tengo una: iniciar sesión',
  'start.back': 'Volver a la vacante',
  'start.failed': 'No se pudo empezar su solicitud',
};
