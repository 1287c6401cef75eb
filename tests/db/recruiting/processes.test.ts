import type {
  ApplicationView,
  MovePreview,
  ProcessSummary,
  ProcessVersionView,
  RequisitionChoices,
  RequisitionRow,
} from '@muster/recruiting';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyTo, openRecruitingWorld, type RecruitingWorld } from '../../support/recruiting-world.js';

let world: RecruitingWorld;
beforeAll(async () => {
  world = await openRecruitingWorld();
});
afterAll(async () => {
  await world?.drop();
});

const versionsOf = async (key: string) => {
  const all = await world.call<ProcessSummary[]>(world.chief, 'processes');
  return all.find((process) => process.key === key)?.versions ?? [];
};

describe('a hiring process', () => {
  it('is drafted, published as a version that never changes, and running applications move after a preview', async () => {
    const { call, chief } = world;
    const id = await applyTo(world, await world.candidate('Petra Pinned'));
    const [first] = await versionsOf('marrenfell-field-officer');
    expect(first).toMatchObject({ number: 1, status: 'Published', applications: 1 });

    const draft = await call<ProcessVersionView>(chief, 'draft-process', { fromVersionId: first?.id });
    expect(draft).toMatchObject({ number: 2, status: 'Draft', problems: [] });
    expect((await call<ProcessVersionView>(chief, 'draft-process', { fromVersionId: first?.id })).id).toBe(
      draft.id,
    );
    const changed = await call<ProcessVersionView>(chief, 'change-draft', {
      versionId: draft.id,
      steps: [{ step: 'exam', targetDays: 21, attempts: 2 }],
    });
    const exam = changed.phases.flatMap((phase) => phase.steps).find((step) => step.step === 'exam');
    expect(exam).toMatchObject({ targetDays: 21, attempts: 2, waitDays: 90 });

    const published = await call<ProcessVersionView>(chief, 'publish-process', { versionId: draft.id });
    expect(published.status).toBe('Published');
    expect((await versionsOf('marrenfell-field-officer')).map((version) => version.status)).toEqual([
      'Published',
      'Retired',
    ]);
    for (const name of ['change-draft', 'publish-process'] as const) {
      await expect(call(chief, name, { versionId: draft.id, steps: [] })).rejects.toThrow('never changes');
    }
    await expect(
      world.org.system.change('Hiring_Process_Version__c', draft.id, { Definition__c: '{}' }),
    ).rejects.toThrow('never changes');
    expect((await world.org.system.delete('Hiring_Process_Version__c', [draft.id]))[0]?.success).toBe(false);

    const move = { fromVersionId: first?.id, toVersionId: draft.id };
    expect(await call<MovePreview>(chief, 'preview-move', move)).toEqual({
      applications: 1,
      unchanged: 1,
      changes: [],
      cannot: [],
    });
    await call(chief, 'move-applications', move);
    const view = await call<ApplicationView>(chief, 'application', { id });
    expect(view.process.version).toBe(2);
    expect(await call<MovePreview>(chief, 'preview-move', move)).toMatchObject({ applications: 0 });
    await expect(
      call(chief, 'preview-move', { fromVersionId: draft.id, toVersionId: first?.id }),
    ).rejects.toMatchObject({ code: 'INVALID_OPERATION' });
  });

  it('is designed by those whose task it is', async () => {
    const [first] = await versionsOf('lake-guard-5');
    await expect(world.call(world.specialist, 'draft-process', { fromVersionId: first?.id })).rejects.toThrow(
      'Manage_Processes',
    );
    expect(
      await world.call<ProcessVersionView>(world.specialist, 'process-version', { id: first?.id }),
    ).toMatchObject({ key: 'lake-guard-5', status: 'Published' });
    await expect(
      world.specialist.create('Hiring_Process_Version__c', { Number__c: 9, Status__c: 'Draft' }),
    ).rejects.toThrow();
  });
});

describe('requisitions', () => {
  it('offer choices, and a repeat with the same key opens no second one', async () => {
    const choices = await world.call<RequisitionChoices>(world.specialist, 'requisition-choices');
    expect(choices.processes.map((each) => each.value)).toContain('lake-guard-5');
    expect(choices.timeZones[0]).toBe('America/New_York');
    const requisition = {
      name: 'Lake guards, summer',
      unit: 'Orra Lakes',
      seats: 60,
      processKey: 'lake-guard-5',
      expectedHireDate: '2027-06-01',
      clientKey: 'r-1',
    };
    await world.call(world.specialist, 'create-requisition', requisition);
    const rows = await world.call<RequisitionRow[]>(world.specialist, 'create-requisition', requisition);
    expect(rows.filter((row) => row.name === 'Lake guards, summer')).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      unit: 'Orra Lakes',
      seats: 60,
      status: 'Pending',
      process: 'Lake guard, 5 steps',
    });
  });

  it('refuse a posting that would close in the past, and close one at once', async () => {
    const rows = await world.call<RequisitionRow[]>(world.specialist, 'requisitions');
    const row = rows.find((each) => each.postings.length > 0);
    const text = { en: 'x', es: 'x' };
    await expect(
      world.call(world.specialist, 'publish-posting', {
        requisitionId: row?.id,
        title: text,
        summary: text,
        description: text,
        location: 'x',
        payMin: 1,
        payMax: 2,
        employmentType: 'FULL_TIME',
        closesAtLocal: '2026-11-02T03:59',
        timeZone: 'America/New_York',
        questionnaireKey: 'field-officer',
      }),
    ).rejects.toThrow('time to come');
    const closed = await world.call<RequisitionRow[]>(world.specialist, 'close-posting', {
      postingId: row?.postings[0]?.id,
    });
    expect(closed.find((each) => each.id === row?.id)?.postings[0]).toMatchObject({ published: false });
    expect(await world.call(world.guest(), 'postings')).toEqual([]);
  });
});

describe('templates', () => {
  it('are loaded once, and leave what is there as it is', async () => {
    const count = () =>
      world.org.system.rows<{ n: number }>(soql`SELECT COUNT(Id) n FROM Hiring_Process_Version__c`);
    const before = await count();
    const { createRecruiting, keepingTransport } = await import('@muster/recruiting');
    const solution = createRecruiting({ transport: keepingTransport, files: {} as never });
    await solution.seed?.(world.org.system);
    expect(await count()).toEqual(before);
  });
});
