import { soql } from '@muster/soql';
import type { StoryContext } from '../story-context.js';
import { AGENCY_ZONE } from './people.js';

const DAY = 86_400_000;
export const OFFICER_PROCESS = 'marrenfell-field-officer';
const GUARD_PROCESS = 'lake-guard-5';

export interface Vacancies {
  readonly officer: Vacancy;
  readonly guard: Vacancy;
}

export interface Vacancy {
  readonly requisitionId: string;
  readonly postingId: string;
  readonly processVersionId: string;
}

const OFFICER = {
  title: { en: 'Field officer', es: 'Agente de campo' },
  summary: {
    en: 'Check travellers and goods at ports and passes, and help people in trouble on water and mountain.',
    es: 'Controle viajeros y mercancías en puertos y pasos, y ayude a personas en apuros en el agua y la montaña.',
  },
  description: {
    en: [
      '## What you will do',
      'You work in a small team at a port, a pass or on a boat. You talk with travellers, check papers and loads, and go out when somebody is in trouble. No two days are the same.',
      '## What you bring',
      'You keep calm, you write clearly, and you can swim. You do not need experience: the academy teaches you.',
      '## What you get',
      'Pay from the first day of the academy, housing at remote posts, and a mentor until the end of your probation.',
    ].join('\n\n'),
    es: [
      '## Qué hará',
      'Trabajará en un equipo pequeño en un puerto, un paso o un barco. Hablará con viajeros, revisará papeles y cargas, y saldrá cuando alguien esté en apuros. No hay dos días iguales.',
      '## Qué aporta usted',
      'Mantiene la calma, escribe con claridad y sabe nadar. No necesita experiencia: la academia le enseña.',
      '## Qué recibe',
      'Sueldo desde el primer día de academia, vivienda en puestos remotos y un mentor hasta el final del periodo de prueba.',
    ].join('\n\n'),
  },
} as const;

const GUARD = {
  title: { en: 'Lake guard, summer', es: 'Socorrista de lago, verano' },
  summary: {
    en: 'Sixty seats at the Orra Lakes from May to September.',
    es: 'Sesenta plazas en los lagos de Orra, de mayo a septiembre.',
  },
  description: {
    en: [
      '## What you will do',
      'You watch over bathers, lend a hand on the jetties and pull people out when it counts.',
      '## What you bring',
      'You swim 400 metres in under nine minutes and you like people.',
    ].join('\n\n'),
    es: [
      '## Qué hará',
      'Vigilará a los bañistas, ayudará en los embarcaderos y sacará del agua a quien lo necesite.',
      '## Qué aporta usted',
      'Nada 400 metros en menos de nueve minutos y le gusta la gente.',
    ].join('\n\n'),
  },
} as const;

/** Staffing, two requisitions, and a posting for each that is open today. */
export async function tellVacancies(story: StoryContext): Promise<Vacancies> {
  await story.system.create('Workforce_Plan__c', {
    Name: 'Field officers',
    Unit__c: 'Marrenfell Border and Rescue Service',
    Authorised__c: 3200,
    On_Duty__c: 2872,
    As_Of__c: new Date(story.now).toISOString().slice(0, 10),
  });
  const officer = await openVacancy(story, OFFICER_PROCESS, OFFICER, {
    name: 'Field officers, academy classes 27-1 to 27-4',
    unit: 'Tarnhow Academy',
    seats: 192,
    questionnaireKey: 'field-officer',
    location: 'Ellery Coast',
    payMin: 46_200,
    payMax: 58_900,
    payPeriod: 'YEAR',
    employmentType: 'FULL_TIME',
    openDays: 60,
  });
  const guard = await openVacancy(story, GUARD_PROCESS, GUARD, {
    name: 'Lake guards, summer',
    unit: 'Orra Lakes',
    seats: 60,
    questionnaireKey: 'lake-guard',
    location: 'Orra Lakes',
    payMin: 17.5,
    payMax: 21,
    payPeriod: 'HOUR',
    employmentType: 'SEASONAL',
    openDays: 45,
  });
  return { officer, guard };
}

interface VacancyPlan {
  readonly name: string;
  readonly unit: string;
  readonly seats: number;
  readonly questionnaireKey: string;
  readonly location: string;
  readonly payMin: number;
  readonly payMax: number;
  readonly payPeriod: 'YEAR' | 'HOUR';
  readonly employmentType: 'FULL_TIME' | 'SEASONAL';
  readonly openDays: number;
}

async function openVacancy(
  story: StoryContext,
  processKey: string,
  texts: typeof OFFICER | typeof GUARD,
  { name, unit, seats, openDays, ...posting }: VacancyPlan,
): Promise<Vacancy> {
  const inDays = (days: number) => new Date(story.now + days * DAY).toISOString().slice(0, 10);
  await story.run('ruth', 'recruiting', 'create-requisition', {
    name,
    unit,
    seats,
    processKey,
    expectedHireDate: inDays(240),
  });
  const requisition = await story.system.row<{ Id: string }>(
    soql`SELECT Id FROM RecruitmentRequisition WHERE Name = ${name} ORDER BY CreatedDate DESC LIMIT 1`,
  );
  await story.run('ruth', 'recruiting', 'publish-posting', {
    requisitionId: requisition.Id,
    ...texts,
    ...posting,
    closesAtLocal: `${inDays(openDays)}T18:00`,
    timeZone: AGENCY_ZONE,
  });
  const made = await story.system.row<{ Id: string }>(
    soql`SELECT Id FROM RecruitmentPosting WHERE RecruitmentRequisitionId = ${requisition.Id} LIMIT 1`,
  );
  const version = await story.system.row<{ Id: string }>(
    soql`SELECT Id FROM Hiring_Process_Version__c WHERE Process__r.Key__c = ${processKey} AND Status__c = 'Published'
         ORDER BY Number__c DESC LIMIT 1`,
  );
  return { requisitionId: requisition.Id, postingId: made.Id, processVersionId: version.Id };
}
