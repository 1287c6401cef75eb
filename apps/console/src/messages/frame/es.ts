import type { Translation } from '@muster/ui';
import type { frameEn } from './en.js';

export const frameEs: Translation<typeof frameEn> = {
  'nav.recruiting': 'Selección',
  'nav.support': 'Apoyo al personal',
  'nav.figures': 'Cifras',
  'nav.home': 'Inicio',
  'nav.applicants': 'Aspirantes',
  'nav.board': 'Tablero de selección',
  'nav.requisitions': 'Solicitudes de personal',
  'nav.processes': 'Procesos de selección',
  'nav.cases': 'Casos',
  'nav.dashboard': 'Panel',

  'palette.goTo': 'Ir a',
  'palette.do': 'Hacer',
  'palette.applicants': 'Aspirantes',
  'palette.newRequisition': 'Nueva solicitud de personal',
  'palette.language': 'Cambiar a {language}',

  'menu.portal': 'Abrir el portal',
  'menu.signOut': 'Cerrar sesión',
  'menu.language': 'Idioma',

  'signIn.title': 'Iniciar sesión en la consola',
  'signIn.lead': 'Para selección, apoyo al personal y quienes dirigen el servicio.',
  'signIn.email': 'Correo electrónico',
  'signIn.password': 'Contraseña',
  'signIn.submit': 'Iniciar sesión',
  'signIn.wrong':
    'El correo electrónico o la contraseña no son correctos. Revise ambos e inténtelo de nuevo.',
  'signIn.missing.email': 'Escriba su correo electrónico',
  'signIn.missing.password': 'Escriba su contraseña',
  'signIn.candidate': '¿Se presenta a una vacante o trabaja sobre el terreno? <portal>Ir al portal</portal>',

  'denied.app.title': 'Su cuenta no abre la consola',
  'denied.app.text':
    'Ha iniciado sesión como {name}. La consola es para selección, apoyo al personal y administración; su cuenta funciona en el portal.',
  'denied.app.grant': 'Una persona administradora de {agency}',
  'denied.app.portal': 'Ir al portal',
  'denied.app.other': 'Iniciar sesión con otra cuenta',
  'denied.page.title': 'No puede abrir «{page}»',
  'denied.page.text': 'Esta página necesita el permiso «{permission}», que su cuenta no tiene.',
  'denied.page.grant': 'Una persona administradora de {agency}',
  'denied.nothing.title': 'Su cuenta aún no tiene páginas aquí',
  'denied.nothing.text':
    'Ha iniciado sesión como {name}, pero no tiene asignado ningún conjunto de permisos de la consola.',

  'permission.View_Applications': 'Ver candidaturas',
  'permission.Work_Applications': 'Tramitar candidaturas',
  'permission.Manage_Requisitions': 'Gestionar solicitudes de personal',
  'permission.Manage_Processes': 'Gestionar procesos',
  'permission.View_Recruiting_Figures': 'Ver las cifras de selección',
  'permission.Work_Cases': 'Atender casos',
  'permission.Read_Articles': 'Leer artículos',

  'state.loadFailed': 'No se pudo cargar esta página',
  'state.offline': 'Está sin conexión. No se perdió nada; inténtelo de nuevo cuando tenga conexión.',
  'state.missing.title': 'No hay nada en esta dirección',
  'state.missing.text':
    'Puede que la dirección esté mal escrita, que el registro se haya eliminado o que no se comparta con usted.',
  'state.missing.home': 'Ir a la primera página',
  'state.crashed.title': 'Algo falló en esta página',
  'state.crashed.text':
    'Lo que se había guardado está a salvo. Vuelva a cargar la página; si ocurre otra vez, avise a quien administra el sistema.',
  'state.crashed.reload': 'Volver a cargar la página',

  'problem.Offline': 'No se pudo conectar con el servidor. Revise su conexión e inténtelo de nuevo.',
  'problem.SignedOut': 'Su sesión ha terminado. Inicie sesión otra vez; lo que escribió se conserva.',
  'problem.Denied': 'Su cuenta no tiene permiso para hacer esto.',
  'problem.Missing': 'Aquello de lo que se trataba ya no está.',
  'problem.Busy': 'Demasiadas peticiones en poco tiempo. Espere un minuto e inténtelo de nuevo.',
  'problem.Changed': 'Otra persona cambió esto entretanto.',
  'problem.Failed': 'Algo falló por nuestra parte. Inténtelo de nuevo.',
  'problem.kept': 'Lo que escribió sigue aquí.',
  'problem.title': 'Esto no se guardó',

  'party.candidate': 'Aspirante',
  'party.agency': 'Servicio',
  'party.third_party': 'Tercero',
  'status.draft': 'Borrador',
  'status.submitted': 'Enviada',
  'status.in_process': 'En proceso',
  'status.held': 'En suspenso',
  'status.closed': 'Cerrada',
  'status.withdrawn': 'Retirada',
  'status.on_duty': 'En servicio',
  'step.waived': 'Dispensado',

  'action.cancel': 'Cancelar',
  'action.save': 'Guardar',
  'action.open': 'Abrir',
  none: '–',
  asOf: 'Actualizado: {time}',
};
