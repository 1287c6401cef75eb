import type { Language } from './language.js';

/** Every text of the pages the server makes itself. */
export interface PageTexts {
  readonly title: string;
  readonly promise: string;
  readonly promiseDetail: string;
  readonly people: string;
  readonly peopleDetail: string;
  readonly signInAs: string;
  readonly console: string;
  readonly portal: string;
  readonly tour: string;
  readonly tourSteps: readonly string[];
  readonly sideBySide: string;
  readonly sideBySideDetail: string;
  readonly asCandidate: string;
  readonly asCandidateDetail: string;
  readonly outbox: string;
  readonly outboxDetail: string;
  readonly outboxEmpty: string;
  readonly outboxTo: (address: string) => string;
  readonly back: string;
  readonly stop: (folder: string) => string;
  readonly otherLanguage: string;
  readonly notOnThisMachine: string;
  readonly disclaimer: string;
  readonly signIn: string;
  readonly username: string;
  readonly password: string;
  readonly wrongPassword: string;
  readonly signInFor: (client: string) => string;
  readonly allowTitle: (client: string) => string;
  readonly allowDetail: (client: string, name: string) => string;
  readonly allow: string;
  readonly deny: string;
  readonly someoneElse: string;
  readonly badRequest: string;
}

const en: PageTexts = {
  title: 'Muster: recruit, support, see',
  promise: 'Recruit field officers, support them in the field, and see where people wait.',
  promiseDetail:
    'Marrenfell Border and Rescue Service is an invented agency. Everything you do here stays on this machine.',
  people: 'Step into somebody’s day',
  peopleDetail: 'One click signs you in. No password is needed on this machine.',
  signInAs: 'Sign in as',
  console: 'Console',
  portal: 'Portal',
  tour: 'A five-minute tour',
  tourSteps: [
    'Nia answers a question, closes the tab and goes on where she was.',
    'Tomas works his queue by expiry and settles what holds Joel up.',
    'Priya answers a case that Lena files from Skarn Pass.',
    'Ruth sees where people wait, and how many.',
  ],
  sideBySide: 'Console beside phone',
  sideBySideDetail: 'Tomas in the console, Nia on her phone, on one screen.',
  asCandidate: 'Apply yourself',
  asCandidateDetail: 'Open the vacancies as anybody would.',
  outbox: 'Outbox',
  outboxDetail: 'The mail this demo sends goes here and nowhere else.',
  outboxEmpty: 'No mail has been sent yet. Make an account in the portal, and its code appears here.',
  outboxTo: (address) => `To ${address}`,
  back: 'Back to the start page',
  stop: (folder) => `Stop with Ctrl+C or npm run stop. Deleting the folder ${folder} removes everything.`,
  otherLanguage: 'Español',
  notOnThisMachine: 'The demo can be used from the machine it runs on only.',
  disclaimer: 'Muster is open source and not affiliated with Salesforce.',
  signIn: 'Sign in',
  username: 'Username',
  password: 'Password',
  wrongPassword: 'The username or the password is wrong.',
  signInFor: (client) => `Sign in to go on to ${client}.`,
  allowTitle: (client) => `Let ${client} act for you?`,
  allowDetail: (client, name) =>
    `${client} will read and change what ${name} may read and change, until access is taken back.`,
  allow: 'Allow',
  deny: 'Do not allow',
  someoneElse: 'Sign in as somebody else',
  badRequest: 'This sign-in cannot go on',
};

const es: PageTexts = {
  title: 'Muster: reclutar, apoyar, ver',
  promise: 'Reclute agentes de campo, apóyelos en su puesto y vea dónde espera la gente.',
  promiseDetail:
    'El Servicio de Fronteras y Rescate de Marrenfell es una agencia inventada. Todo lo que haga aquí se queda en esta máquina.',
  people: 'Entre en el día de alguien',
  peopleDetail: 'Con un clic inicia sesión. En esta máquina no hace falta contraseña.',
  signInAs: 'Iniciar sesión como',
  console: 'Consola',
  portal: 'Portal',
  tour: 'Un recorrido de cinco minutos',
  tourSteps: [
    'Nia responde una pregunta, cierra la pestaña y sigue donde estaba.',
    'Tomas trabaja su cola por vencimiento y resuelve lo que detiene a Joel.',
    'Priya responde un caso que Lena envía desde el paso de Skarn.',
    'Ruth ve dónde espera la gente y cuánta.',
  ],
  sideBySide: 'Consola junto al teléfono',
  sideBySideDetail: 'Tomas en la consola y Nia en su teléfono, en una pantalla.',
  asCandidate: 'Presente su solicitud',
  asCandidateDetail: 'Abra las vacantes como cualquier persona.',
  outbox: 'Bandeja de salida',
  outboxDetail: 'El correo de esta demostración llega aquí y a ningún otro lugar.',
  outboxEmpty: 'Todavía no se ha enviado correo. Cree una cuenta en el portal y su código aparecerá aquí.',
  outboxTo: (address) => `Para ${address}`,
  back: 'Volver a la página de inicio',
  stop: (folder) => `Detenga con Ctrl+C o npm run stop. Al borrar la carpeta ${folder} se elimina todo.`,
  otherLanguage: 'English',
  notOnThisMachine: 'La demostración solo se puede usar desde la máquina en la que funciona.',
  disclaimer: 'Muster es de código abierto y no está afiliado a Salesforce.',
  signIn: 'Iniciar sesión',
  username: 'Nombre de usuario',
  password: 'Contraseña',
  wrongPassword: 'El nombre de usuario o la contraseña no son correctos.',
  signInFor: (client) => `Inicie sesión para continuar con ${client}.`,
  allowTitle: (client) => `¿Permitir que ${client} actúe por usted?`,
  allowDetail: (client, name) =>
    `${client} leerá y cambiará lo que ${name} puede leer y cambiar, hasta que se retire el acceso.`,
  allow: 'Permitir',
  deny: 'No permitir',
  someoneElse: 'Iniciar sesión con otra cuenta',
  badRequest: 'Este inicio de sesión no puede continuar',
};

export function textsIn(language: Language): PageTexts {
  return language === 'es' ? es : en;
}
