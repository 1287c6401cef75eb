import type { Translation } from '@muster/ui';
import type { accountEn } from './en.js';

export const accountEs: Translation<typeof accountEn> = {
  'signIn.title': 'Iniciar sesión',
  'signIn.lead': 'Una cuenta para todo: sus solicitudes ahora y su servicio después.',
  'signIn.email': 'Correo electrónico',
  'signIn.password': 'Contraseña',
  'signIn.submit': 'Iniciar sesión',
  'signIn.forgot': 'Olvidé mi contraseña',
  'signIn.noAccount': '¿Aún no tiene cuenta? <create>Cree una</create>',
  'signIn.wrong': 'El correo o la contraseña no son correctos. Revise los dos e inténtelo de nuevo.',
  'signIn.unconfirmed':
    'Si creó una cuenta y aún no confirmó su dirección, <confirm>escriba su código</confirm>.',

  'password.show': 'Mostrar la contraseña',

  'create.title': 'Crear una cuenta',
  'create.lead':
    'Se tarda un minuto. Con ella vuelve a su solicitud en cualquier dispositivo y lee nuestros mensajes.',
  'create.firstName': 'Nombre',
  'create.lastName': 'Apellidos',
  'create.names.why':
    'Como en su pasaporte o documento de identidad, para no confundirle con alguien de nombre parecido.',
  'create.email': 'Correo electrónico',
  'create.email.why': 'Aquí le escribimos cuando pasa algo. También lo usa para iniciar sesión.',
  'create.password': 'Contraseña',
  'create.password.why':
    'Al menos 12 caracteres. Varias palabras que no van juntas son fáciles de recordar y difíciles de adivinar.',
  'create.submit': 'Crear mi cuenta',
  'create.haveOne': '¿Ya tiene cuenta? <signIn>Inicie sesión</signIn>',
  'create.next': 'Después le enviamos un código, para saber que la dirección es suya.',
  'create.missing.firstName': 'Escriba su nombre',
  'create.missing.lastName': 'Escriba sus apellidos',
  'create.missing.email': 'Escriba su correo electrónico',
  'create.missing.password': 'Elija una contraseña',
  'create.wrong.email': 'Escriba un correo como nombre@example.com',
  'create.weak.too_short': 'La contraseña debe tener al menos 12 caracteres',
  'create.weak.too_long': 'La contraseña debe tener como mucho 128 caracteres',
  'create.weak.too_common': 'Esta contraseña es de las primeras que otros probarían. Elija otra',
  'create.weak.too_personal': 'Esta contraseña es casi solo su nombre o su dirección. Elija otra',

  'confirm.title': 'Mire su correo',
  'confirm.lead': 'Enviamos un código de seis cifras a <strong>{email}</strong>. Sirve durante 30 minutos.',
  'confirm.leadNoEmail': 'Le enviamos un código de seis cifras. Sirve durante 30 minutos.',
  'confirm.code': 'Código del correo',
  'confirm.code.missing': 'Escriba las seis cifras del correo',
  'confirm.code.wrong': 'Este código no es correcto o ya no sirve. Revíselo, o pida uno nuevo abajo',
  'confirm.submit': 'Confirmar mi dirección',
  'confirm.notThere.title': '¿No ha llegado nada?',
  'confirm.notThere.text': 'Puede tardar uno o dos minutos. Mire también en la carpeta de correo no deseado.',
  'confirm.resend': 'Enviar un código nuevo',
  'confirm.resent': 'Enviamos un código nuevo a las {time}. Use el más reciente.',
  'confirm.notResent': 'No se envió ningún código nuevo',
  'confirm.otherAddress': 'Usar otra dirección',
  'confirm.password': 'Contraseña de su cuenta nueva',
  'confirm.password.why':
    'Está en otro dispositivo que el que usó para crear la cuenta, así que se la pedimos una vez.',
  'confirm.password.wrong': 'No es la contraseña con la que se creó la cuenta',

  'confirmLink.title': 'Confirme su dirección',
  'confirmLink.lead': 'Un toque y su cuenta está lista.',
  'confirmLink.submit': 'Confirmar mi dirección',
  'confirmLink.old.title': 'Este enlace ya no sirve',
  'confirmLink.old.text':
    'Ya se usó, o tiene más de 30 minutos. Si su cuenta está lista, inicie sesión; si no, pida un código nuevo.',
  'confirmLink.newCode': 'Pedir un código nuevo',

  'forgot.title': 'Olvidó su contraseña',
  'forgot.lead':
    'Todavía no puede poner una contraseña nueva por su cuenta, porque antes una persona comprueba que es usted.',
  'forgot.how.title': 'Qué hacer',
  'forgot.how.write': 'Responda a cualquier correo nuestro y diga que necesita una contraseña nueva.',
  'forgot.how.app':
    'Escriba desde la dirección con la que inicia sesión. Nadie le pedirá nunca su contraseña.',
  'forgot.how.kept': 'Su solicitud y sus respuestas se quedan como están.',
  'forgot.back': 'Volver a iniciar sesión',

  'details.title': 'Mis datos',
  'details.lead': 'Cómo localizarle. Puede cambiarlo cuando quiera.',
  'details.name': 'Nombre',
  'details.email': 'Correo electrónico',
  'details.fixed':
    'Inicia sesión con esta dirección. Para cambiarla, o cambiar su nombre, escriba a la persona que le atiende.',
  'details.phone': 'Teléfono',
  'details.phone.why': 'Solo llamamos cuando una fecha cambia con poco aviso.',
  'details.phone.wrong': 'Escriba un teléfono con cifras, como +1 555 0100',
  'details.address': 'Dirección',
  'details.street': 'Calle y número',
  'details.postalCode': 'Código postal',
  'details.city': 'Ciudad',
  'details.language': 'Idioma',
  'details.language.why': 'Para estas páginas, nuestros correos y cartas.',
  'details.submit': 'Guardar mis datos',
  'details.failed': 'Sus datos no se han guardado',
  'details.saved': 'Sus datos están guardados.',
};
