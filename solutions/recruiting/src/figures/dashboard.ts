import { dayInZone } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { isoInstant } from '../application/instants.js';
import type { Dashboard } from '../contract/index.js';
import type { ProcessVersion } from '../engine/index.js';
import { type Words, wordsOf } from '../messages/words.js';
import { loadProcesses } from '../processes/process-labels.js';
import { runningStatuses } from '../staff/running.js';
import { funnelFigure } from './funnel.js';
import { YEAR_MS } from './step-waits.js';
import { timeInStepFigure } from './time-in-step.js';

const EXPIRY_MS = 30 * 86_400_000;

/** GET dashboard: the chief's page, for the process asked for, else the one most people applied through. */
export const dashboard = defineOperation({
  name: 'dashboard',
  method: 'GET',
  purpose: 'hiring-figures',
  permission: 'View_Recruiting_Figures',
  input: z.object({ process: z.string().max(80).optional() }),
  run: async (session, { process }): Promise<Dashboard> => {
    const words = wordsOf(session);
    const now = session.now();
    const system = session.system('figures');
    const version = await chooseProcess(system, process, now);
    return {
      asOf: new Date(now).toISOString(),
      staffing: await staffingFigure(session),
      inProcess: await inProcessFigure(system, version, words),
      funnel: await funnelFigure(system, version, now, words),
      timeInStep: await timeInStepFigure(session, version, now, words),
      expiring: await expiringFigure(system, version, now, words),
    };
  },
});

/** A process nobody has published yet has no figures, but the page has its place for them. */
const noProcess: ProcessVersion = {
  key: '',
  version: 1,
  name: { en: '', es: '' },
  phases: [],
  roles: [],
  steps: [],
  gates: [],
  dispositions: [],
};

async function chooseProcess(
  system: Session,
  wanted: string | undefined,
  now: number,
): Promise<ProcessVersion> {
  const processes = await loadProcesses(system);
  const asked = processes.get(wanted ?? '');
  if (asked !== undefined) return asked;
  const rows = await system.rows<{ process: string; n: number }>(
    soql`SELECT Process_Key__c process, COUNT(Id) n FROM ApplicationForm WHERE Started_At__c >= ${{ dateTime: now - YEAR_MS }}
      GROUP BY Process_Key__c ORDER BY COUNT(Id) DESC`,
  );
  const most = rows.map((row) => processes.get(row.process)).find((version) => version !== undefined);
  const [first] = processes.values();
  return most ?? first ?? noProcess;
}

async function staffingFigure(session: Session): Promise<Dashboard['staffing']> {
  const [row] = await session.rows<{ day: string; authorised: number; onDuty: number }>(
    soql`SELECT As_Of__c day, SUM(Authorised__c) authorised, SUM(On_Duty__c) onDuty FROM Workforce_Plan__c
      GROUP BY As_Of__c ORDER BY As_Of__c DESC LIMIT 1`,
  );
  if (row === undefined) return null;
  const { authorised, onDuty, day } = row;
  return { authorised, onDuty, gap: authorised - onDuty, asOf: day };
}

async function inProcessFigure(
  system: Session,
  version: ProcessVersion,
  words: Words,
): Promise<Dashboard['inProcess']> {
  const rows = await system.rows<{ phase: string; people: number; steps: number | null }>(
    soql`SELECT Phase__c phase, COUNT(Id) people, SUM(Open_Steps__c) steps FROM ApplicationForm
      WHERE Process_Key__c = ${version.key} AND Status__c IN ${[...runningStatuses]} GROUP BY Phase__c`,
  );
  const byPhase = new Map(rows.map((row) => [row.phase, row]));
  const phases = version.phases.map((phase) => ({
    phase: phase.key,
    label: words.label(phase.label),
    people: byPhase.get(phase.key)?.people ?? 0,
    openSteps: byPhase.get(phase.key)?.steps ?? 0,
  }));
  const people = phases.reduce((sum, phase) => sum + phase.people, 0);
  const openSteps = phases.reduce((sum, phase) => sum + phase.openSteps, 0);
  const [fullest] = [...phases].sort((a, b) => b.people - a.people);
  return {
    population: words.say('figure.in_process.population', { process: words.label(version.name) }),
    people,
    openSteps,
    phases,
    sentence:
      people === 0 || fullest === undefined
        ? words.say('figure.in_process.none')
        : words.say('figure.in_process.sentence', {
            people: words.number(people),
            steps: words.number(openSteps),
            most: words.number(fullest.people),
            phase: fullest.label,
          }),
  };
}

async function expiringFigure(
  system: Session,
  version: ProcessVersion,
  now: number,
  words: Words,
): Promise<Dashboard['expiring']> {
  const rows = await system.rows<{ step: string; n: number; earliest: string }>(
    soql`SELECT Step__c step, COUNT(Id) n, MIN(Expires__c) earliest FROM Application_Step__c
      WHERE Application__r.Process_Key__c = ${version.key} AND Application__r.Status__c IN ${[...runningStatuses]}
      AND Expires__c > ${{ dateTime: now }} AND Expires__c <= ${{ dateTime: now + EXPIRY_MS }} GROUP BY Step__c`,
  );
  const byStep = new Map(rows.map((row) => [row.step, row]));
  const shown = version.steps.flatMap((step) => {
    const row = byStep.get(step.key);
    if (row === undefined) return [];
    return [
      { step: step.key, label: words.label(step.label), count: row.n, first: isoInstant(row.earliest) ?? '' },
    ];
  });
  const total = shown.reduce((sum, row) => sum + row.count, 0);
  const [first] = [...shown].sort((a, b) => a.first.localeCompare(b.first));
  return {
    population: words.say('figure.expiring.population', { process: words.label(version.name) }),
    days: 30,
    total,
    rows: shown,
    sentence:
      first === undefined
        ? words.say('figure.expiring.none')
        : words.count('figure.expiring.sentence', total, {
            step: first.label,
            day: words.day(
              Date.parse(`${dayInZone(Date.parse(first.first), system.principal.timeZone)}T12:00:00Z`),
            ),
          }),
  };
}
