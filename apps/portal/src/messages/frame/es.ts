import type { Translation } from '@muster/ui';
import type { frameEn } from './en.js';

export const frameEs: Translation<typeof frameEn> = {
  'nav.home': 'Inicio',
  'nav.vacancies': 'Vacantes',
  'nav.articles': 'Artículos de ayuda',
  'nav.my': 'Mi solicitud',
  'nav.cases': 'Mis casos',
  'nav.signIn': 'Iniciar sesión',
  'menu.details': 'Mis datos',
  'menu.signOut': 'Cerrar sesión',
  'footer.accessibility': 'Accesibilidad',
  'footer.data': 'Sus datos',
  'footer.open': 'Funciona con Muster, software abierto para el servicio público',

  'state.signIn.title': 'Inicie sesión para ver esta página',
  'state.signIn.text': 'Pertenece a una sola persona, así que necesitamos saber quién es usted.',
  'state.signIn.action': 'Iniciar sesión',
  'state.denied.title': 'Su cuenta no puede abrir esta página',
  'state.denied.text':
    'Ha iniciado sesión como {name}. Si cree que debería verla, pregunte a la persona que le atiende en el servicio.',
  'state.notFound.title': 'Esta página no existe',
  'state.notFound.text': 'Puede que la dirección esté mal escrita o que lo que había aquí ya no esté.',
  'state.home': 'Ir a la primera página',
  'state.failed.title': 'No se pudo cargar esta página',
  'state.offline.title': 'Está sin conexión',
  'state.offline.text': 'No se perdió nada. Inténtelo de nuevo cuando tenga conexión.',
  'state.offline.waiting': 'No se perdió nada. La página se abre sola en cuanto tenga conexión.',
  'state.retry': 'Intentar de nuevo',
  'state.crashed.title': 'Algo falló en esta página',
  'state.crashed.text':
    'Lo que había guardado está a salvo. Vuelva a cargar la página; si ocurre otra vez, escríbanos.',
  'state.crashed.action': 'Volver a cargar la página',

  'problem.offline': 'No pudimos conectar con el servidor. Revise su conexión e inténtelo de nuevo.',
  'problem.signedOut': 'Su sesión ha terminado. Inicie sesión otra vez y podrá seguir donde lo dejó.',
  'problem.denied': 'Su cuenta no tiene permiso para hacer esto.',
  'problem.busy': 'Demasiados intentos en poco tiempo. Espere un minuto e inténtelo de nuevo.',
  'problem.changed': 'Alguien cambió esto entretanto. Vuelva a cargar la página para verlo como está ahora.',
  'problem.failed': 'Algo falló por nuestra parte. No fue culpa suya. Inténtelo de nuevo.',
  'problem.kept': 'Lo que puso sigue aquí.',

  'accessibility.title': 'Accesibilidad',
  'accessibility.lead':
    'Todas las personas deben poder usar este sitio. Está hecho según las Pautas de Accesibilidad para el Contenido Web 2.2, nivel AA.',
  'accessibility.can.title': 'Qué puede hacer',
  'accessibility.can.keyboard':
    'Usar todas las páginas solo con el teclado. La tecla Tab avanza, y la primera parada salta el menú.',
  'accessibility.can.zoom': 'Ver el texto cuatro veces más grande sin desplazarse hacia los lados.',
  'accessibility.can.reader':
    'Escucharlas con un lector de pantalla. Cada página dice dónde está y qué ha cambiado.',
  'accessibility.can.look':
    'Elegir claro u oscuro al pie de cada página. El movimiento se detiene cuando su dispositivo pide menos.',
  'accessibility.can.time': 'Tomarse su tiempo. Cada respuesta se guarda, así que puede parar y volver.',
  'accessibility.tell.title': 'Si algo no le funciona',
  'accessibility.tell.text':
    'Dígaselo a la persona que le atiende en el servicio, para que pueda ayudarle de otra manera.',

  'data.title': 'Sus datos',
  'data.lead': 'Qué se guarda sobre usted, quién lo lee y qué puede hacer.',
  'data.kept.title': 'Qué se guarda',
  'data.kept.text':
    'Su nombre y cómo localizarle, las respuestas y documentos que nos da, los resultados de cada paso y los mensajes entre usted y el servicio.',
  'data.read.title': 'Quién lo lee',
  'data.read.text':
    'Las personas que llevan su solicitud, y solo para eso. Lo que encuentra la clínica solo lo puede abrir la clínica, y lo que encuentra la comprobación de antecedentes, solo los investigadores. Quienes llevan su solicitud ven el resultado; los demás ven únicamente que el paso está hecho.',
  'data.never.title': 'Qué no se hace nunca',
  'data.never.text':
    'Ningún ordenador le puntúa ni le ordena frente a otras personas. Deciden personas, y cada decisión queda registrada con su motivo.',
  'data.device.title': 'En su dispositivo',
  'data.device.text':
    'Una cookie mantiene su sesión abierta. Su idioma, el modo claro u oscuro y el texto que aún no ha enviado se quedan en este dispositivo. Nada le sigue a otros sitios.',
  'data.rights.title': 'Qué puede hacer usted',
  'data.rights.text':
    'Ver y cambiar sus datos de contacto en «Mis datos», leer todo lo que respondió y retirar una solicitud cuando quiera.',
};
