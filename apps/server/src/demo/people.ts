import type { DemoPerson } from '../pages/demo-people.js';

/** Someone of the story with an account of their own. */
export interface StoryPerson {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly profile: 'Admin' | 'Standard' | 'Candidate' | 'Officer';
  /** Developer name of the role. */
  readonly role?: string;
  readonly permissionSets: readonly string[];
  /** Where officers serve. */
  readonly unit?: string;
  readonly post?: string;
  readonly phone?: string;
  readonly town?: string;
  /** The card on the start page; absent for those one does not sign in as. */
  readonly card?: Pick<DemoPerson, 'title' | 'day' | 'app' | 'path'>;
}

const staff = (name: string) => `${name}@marrenfell.example`;

/** In the order of the tour. */
export const people: readonly StoryPerson[] = [
  {
    key: 'nia',
    firstName: 'Nia',
    lastName: 'Calder',
    username: 'nia.calder@example.org',
    profile: 'Candidate',
    permissionSets: [],
    phone: '555-0110-2041',
    town: 'Ellery',
    card: {
      app: 'portal',
      path: '/portal/my',
      title: { en: 'Candidate, Ellery', es: 'Candidata, Ellery' },
      day: {
        en: 'Answers two questions, sees what comes next.',
        es: 'Responde dos preguntas y ve qué sigue.',
      },
    },
  },
  {
    key: 'joel',
    firstName: 'Joel',
    lastName: 'Brandt',
    username: 'joel.brandt@example.org',
    profile: 'Candidate',
    permissionSets: [],
    phone: '555-0110-2042',
    town: 'Dunmoor',
    card: {
      app: 'portal',
      path: '/portal/my',
      title: { en: 'Candidate, Dunmoor', es: 'Candidato, Dunmoor' },
      day: {
        en: 'A licence is suspended; three steps stand still.',
        es: 'Licencia suspendida; tres pasos en espera.',
      },
    },
  },
  {
    key: 'tomas',
    firstName: 'Tomas',
    lastName: 'Keller',
    username: staff('tomas.keller'),
    profile: 'Standard',
    role: 'Recruiting_Specialist',
    permissionSets: ['Recruiting_Specialist'],
    card: {
      app: 'console',
      path: '/console/',
      title: { en: 'Hiring specialist', es: 'Especialista en selección' },
      day: {
        en: 'Works the queues by age and expiry.',
        es: 'Atiende las colas por antigüedad y vencimiento.',
      },
    },
  },
  {
    key: 'ruth',
    firstName: 'Ruth',
    lastName: 'Amsel',
    username: staff('ruth.amsel'),
    profile: 'Standard',
    role: 'Recruiting_Chief',
    permissionSets: ['Recruiting_Chief'],
    card: {
      app: 'console',
      path: '/console/dashboard',
      title: { en: 'Recruiting chief', es: 'Jefa de selección' },
      day: { en: 'Sees where people wait and what expires.', es: 'Ve dónde espera la gente y qué vence.' },
    },
  },
  {
    key: 'lena',
    firstName: 'Lena',
    lastName: 'Marsk',
    username: 'lena.marsk@example.org',
    profile: 'Officer',
    permissionSets: [],
    unit: 'High Passes',
    post: 'Skarn Pass Post',
    phone: '555-0110-2043',
    town: 'Skarn',
    card: {
      app: 'portal',
      path: '/portal/',
      title: { en: 'Officer, Skarn Pass Post', es: 'Agente, puesto de Skarn' },
      day: { en: 'Finds an article, files a case.', es: 'Encuentra un artículo y abre un caso.' },
    },
  },
  {
    key: 'priya',
    firstName: 'Priya',
    lastName: 'Thorne',
    username: staff('priya.thorne'),
    profile: 'Standard',
    permissionSets: ['Support_Agent'],
    card: {
      app: 'console',
      path: '/console/cases',
      title: { en: 'Field support', es: 'Apoyo al personal de campo' },
      day: { en: 'Answers officers, one thread each.', es: 'Responde a los agentes, un hilo por caso.' },
    },
  },
  {
    key: 'sam',
    firstName: 'Sam',
    lastName: 'Okoro',
    username: staff('sam.okoro'),
    profile: 'Standard',
    role: 'Recruiting_Chief',
    permissionSets: ['Recruiting_Analyst'],
    card: {
      app: 'console',
      path: '/console/dashboard',
      title: { en: 'Analyst', es: 'Analista' },
      day: { en: 'Reads figures, never single files.', es: 'Lee cifras, nunca expedientes.' },
    },
  },
  {
    key: 'ewa',
    firstName: 'Ewa',
    lastName: 'Lind',
    username: staff('ewa.lind'),
    profile: 'Admin',
    permissionSets: ['Recruiting_Specialist', 'Recruiting_Chief', 'Support_Lead', 'Knowledge_Author'],
    card: {
      app: 'console',
      path: '/console/',
      title: { en: 'Administrator', es: 'Administradora' },
      day: { en: 'Runs the system, tries the API.', es: 'Administra el sistema y prueba la API.' },
    },
  },
  {
    key: 'idris',
    firstName: 'Idris',
    lastName: 'Vale',
    username: 'idris.vale@example.org',
    profile: 'Officer',
    permissionSets: [],
    unit: 'High Passes',
    post: 'Skarn Pass Post',
    phone: '555-0110-2044',
    town: 'Skarn',
  },
  {
    key: 'dara',
    firstName: 'Dara',
    lastName: 'Holm',
    username: staff('dara.holm'),
    profile: 'Standard',
    role: 'Recruiting_Specialist',
    permissionSets: ['Recruiting_Specialist'],
  },
  {
    key: 'iven',
    firstName: 'Iven',
    lastName: 'Pell',
    username: staff('iven.pell'),
    profile: 'Standard',
    role: 'Recruiting_Specialist',
    permissionSets: ['Recruiting_Specialist'],
  },
];
