/** Words on pages the org has declared nothing of, in the languages of the product. */
const TEXTS = {
  en: {
    information: 'Information',
    address: 'Address Information',
    description: 'Description Information',
    system: 'System Information',
    createdBy: 'Created By',
    lastModifiedBy: 'Last Modified By',
    all: (plural: string) => `All ${plural}`,
    mine: (plural: string) => `My ${plural}`,
    mineAndGroups: (plural: string) => `My ${plural} and those of my queues`,
    delegated: (plural: string) => `${plural} I gave to others`,
    compactLayout: 'System Default',
    edit: 'Edit',
    delete: 'Delete',
    new: 'New',
    logCall: 'Log a Call',
    newTask: 'New Task',
    home: 'Home',
  },
  es: {
    information: 'Información',
    address: 'Direcciones',
    description: 'Descripción',
    system: 'Información del sistema',
    createdBy: 'Creado por',
    lastModifiedBy: 'Última modificación por',
    all: (plural: string) => `${plural}: todos los registros`,
    mine: (plural: string) => `${plural}: los míos`,
    mineAndGroups: (plural: string) => `${plural}: los míos y los de mis colas`,
    delegated: (plural: string) => `${plural}: los que encargué a otros`,
    compactLayout: 'El del sistema',
    edit: 'Modificar',
    delete: 'Eliminar',
    new: 'Nuevo',
    logCall: 'Registrar una llamada',
    newTask: 'Nueva tarea',
    home: 'Inicio',
  },
} as const;

export type PageTexts = (typeof TEXTS)['en' | 'es'];

/** The words in a language such as `es_MX`; English where it is none of the product's. */
export function pageTexts(language: string): PageTexts {
  return language.toLowerCase().startsWith('es') ? TEXTS.es : TEXTS.en;
}
