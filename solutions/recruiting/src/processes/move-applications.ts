import { MusterError } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import { z } from 'zod';
import { type EventRow, eventFields, readEventRow } from '../application/event-row.js';
import { loadApplication } from '../application/load-application.js';
import { loadProcess } from '../application/process-versions.js';
import { writeProjection } from '../application/write-projection.js';
import type { MovePreview } from '../contract/index.js';
import type { HiringEvent } from '../engine/index.js';
import { given } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { runningStatuses } from '../staff/running.js';
import { compareVersions, moveObstacle, type RunningApplication } from './compare-versions.js';

const movable = ['draft', ...runningStatuses];
const versions = z.object({ fromVersionId: given.id, toVersionId: given.id });

/** GET preview-move: what would change for running applications; nothing is changed. */
export const previewMove = defineOperation({
  name: 'preview-move',
  method: 'GET',
  purpose: 'process-design',
  permission: 'Manage_Processes',
  input: versions,
  run: (session, { fromVersionId, toVersionId }) => preview(session, fromVersionId, toVersionId),
});

/** POST move-applications: moves those that can move, each in a transaction of its own, and says what it did. */
export const moveApplications = defineOperation({
  name: 'move-applications',
  method: 'POST',
  purpose: 'process-design',
  permission: 'Manage_Processes',
  input: versions,
  run: async (session, { fromVersionId, toVersionId }) => {
    await requireSameProcess(session, fromVersionId, toVersionId);
    const done = await preview(session, fromVersionId, toVersionId);
    const to = await loadProcess(session, toVersionId);
    for (const { id, log } of await loadRunning(session, fromVersionId)) {
      if (moveObstacle(to, log) === undefined) await moveOne(session, id, toVersionId);
    }
    return done;
  },
});

async function preview(session: Session, fromVersionId: string, toVersionId: string): Promise<MovePreview> {
  const words = wordsOf(session);
  await requireSameProcess(session, fromVersionId, toVersionId);
  const from = await loadProcess(session, fromVersionId);
  const to = await loadProcess(session, toVersionId);
  const running = await loadRunning(session, fromVersionId);
  const cannot: MovePreview['cannot'][number][] = [];
  const moving: RunningApplication[] = [];
  for (const application of running) {
    const obstacle = moveObstacle(to, application.log);
    if (obstacle === undefined) moving.push(application);
    else {
      const reason = words.say(obstacle.outcome === undefined ? 'move.no_step' : 'move.no_outcome', {
        step: obstacle.step,
        outcome: obstacle.outcome ?? '',
      });
      cannot.push({ applicationId: application.id, name: application.name, reason });
    }
  }
  return { applications: running.length, ...compareVersions(from, to, moving, session.now()), cannot };
}

async function requireSameProcess(
  session: Session,
  fromVersionId: string,
  toVersionId: string,
): Promise<void> {
  const rows = await session.rows<{ Process__c: string; Status__c: string; Id: string }>(
    soql`SELECT Id, Process__c, Status__c FROM Hiring_Process_Version__c WHERE Id IN ${[fromVersionId, toVersionId]}`,
  );
  const target = rows.find((row) => row.Id === toVersionId);
  const isSame = rows.length === 2 && rows[0]?.Process__c === rows[1]?.Process__c;
  if (!isSame || target?.Status__c !== 'Published') {
    throw new MusterError('INVALID_OPERATION', wordsOf(session).say('error.cannot_move'));
  }
}

async function loadRunning(session: Session, versionId: string): Promise<readonly RunningApplication[]> {
  const system = session.system('hiring-event');
  const rows = await session.rows<{ Id: string; Contact__r: { Name: string } | null }>(
    soql`SELECT Id, Contact__r.Name FROM ApplicationForm WHERE Process_Version__c = ${versionId}
      AND Status__c IN ${movable} ORDER BY Id`,
  );
  const events = await system.rows<EventRow & { readonly Application__c: string }>(
    soql`SELECT Application__c, ${soqlNames(...eventFields)} FROM Application_Event__c
      WHERE Application__r.Process_Version__c = ${versionId} AND Application__r.Status__c IN ${movable}
      ORDER BY Application__c, Number__c`,
  );
  const logs = new Map<string, HiringEvent[]>();
  for (const row of events) {
    const log = logs.get(row.Application__c) ?? [];
    log.push(readEventRow(row));
    logs.set(row.Application__c, log);
  }
  return rows.map(({ Id, Contact__r }) => ({
    id: Id,
    name: Contact__r?.Name ?? '',
    log: logs.get(Id) ?? [],
  }));
}

async function moveOne(session: Session, id: string, toVersionId: string): Promise<void> {
  await session.transaction(async (own) => {
    const system = own.system('hiring-event');
    await system.lock('ApplicationForm', [id]);
    await system.change('ApplicationForm', id, { Process_Version__c: toVersionId });
    await writeProjection(system, await loadApplication(system, id));
  });
}
