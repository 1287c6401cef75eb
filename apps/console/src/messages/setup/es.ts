import type { Translation } from '@muster/ui';
import type { setupEn } from './en.js';

export const setupEs: Translation<typeof setupEn> = {
  title: 'Configuración',
  lead: 'Cómo está configurado el servicio: quién trabaja aquí, qué se registra y si todo va bien.',
  nav: 'Páginas de la configuración',
  search: 'Buscar una página de la configuración',
  'noMatch.title': 'No hay coincidencias',
  'noMatch.text': 'Ninguna página de la configuración que usted pueda abrir contiene estas palabras.',
  'noMatch.action': 'Borrar la búsqueda',

  'group.people': 'Personas y permisos',
  'group.objects': 'Objetos y páginas',
  'group.process': 'Selección',
  'group.messages': 'Correo',
  'group.data': 'Datos',
  'group.system': 'Sistema',

  'page.users': 'Usuarios',
  'page.users.what': 'Invitar, modificar, congelar y desactivar cuentas; traspasar registros.',
  'page.permissions': 'Conjuntos de permisos y perfiles',
  'page.permissions.what': 'Quién puede hacer qué: objetos, campos, permisos, tipos de registro, pestañas.',

  'page.objects': 'Objetos y campos',
  'page.objects.what':
    'Crear y modificar objetos, campos, tipos de registro, formatos de página y vistas de lista.',

  'page.processes': 'Procesos de selección',
  'page.processes.what': 'Redactar, comparar y publicar los pasos por los que pasan los aspirantes.',

  'page.mail': 'Correo',
  'page.mail.what': 'Servidor y remitente, un correo de prueba, qué fue de los últimos mensajes.',
  'page.jobs': 'Tareas y fallos',
  'page.jobs.what': 'Lo que espera, se ejecuta o ha fallado, las tareas por horario, las cargas masivas.',
  'page.deploys': 'Historial de implantaciones',
  'page.deploys.what': 'Cada cambio de metadatos, con lo que cambió.',
  'page.health': 'Estado del sistema',
  'page.health.what': 'Versiones, base de datos, disco, lo que espera.',

  'page.export': 'Exportar',
  'page.export.what': 'Sacar registros como CSV, por objeto o por consulta; exportaciones anteriores.',
  'page.import': 'Importar',
  'page.import.what': 'Cargar registros desde un archivo CSV: se prueba antes y se puede deshacer.',
};
