import type { ProcessStepView, ProcessVersionView } from '@muster/client';
import { Button, Card, type Column, DataTable, readProblem, useFormats, useToasts } from '@muster/ui';
import { useMemo, useState } from 'react';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useChangeDraft } from '../../data/processes.js';
import { useProcessesText } from '../../messages/processes/use-processes-text.js';
import { changesOf, entryOf, type StepEntries } from './step-changes.js';
import { stepColumns } from './step-columns.js';

export type PhaseStep = ProcessStepView & { readonly phase: string };

/** The steps with their rules; in a draft, targets, validity and attempts are boxes to type in. */
export function StepTable({
  version,
  isEditable,
}: {
  readonly version: ProcessVersionView;
  readonly isEditable: boolean;
}) {
  const t = useProcessesText();
  const formats = useFormats();
  const [entries, setEntries] = useState<StepEntries>({});
  const rows = useMemo<readonly PhaseStep[]>(
    () => version.phases.flatMap((phase) => phase.steps.map((step) => ({ ...step, phase: phase.label }))),
    [version],
  );
  const columns = useMemo<readonly Column<PhaseStep>[]>(
    () =>
      stepColumns(t, formats, {
        isEditable,
        entryOf: (step) => entries[step.step] ?? entryOf(step),
        onEntry: (step, entry) => setEntries((before) => ({ ...before, [step.step]: entry })),
      }),
    [t, formats, isEditable, entries],
  );
  return (
    <>
      <Card title={t('steps')} meta={isEditable ? t('edit.hint') : undefined} isFlush>
        <DataTable
          caption={t('steps.caption', { process: version.label, number: version.number })}
          columns={columns}
          rows={rows}
          rowKey={(step) => step.step}
          rowLabel={(step) => step.label}
          isShort
        />
      </Card>
      <SaveBar version={version} rows={rows} entries={entries} onReset={() => setEntries({})} />
    </>
  );
}

/** What has been typed and not saved, and the way to save or drop it. */
function SaveBar({
  version,
  rows,
  entries,
  onReset,
}: {
  readonly version: ProcessVersionView;
  readonly rows: readonly PhaseStep[];
  readonly entries: StepEntries;
  readonly onReset: () => void;
}) {
  const t = useProcessesText();
  const toasts = useToasts();
  const save = useChangeDraft();
  const steps = changesOf(rows, entries);
  if (steps !== null && steps.length === 0) return null;
  const send = () => {
    if (steps === null) return;
    save.mutate(
      { versionId: version.id, steps },
      {
        onSuccess: () => {
          onReset();
          toasts.show(t('edit.saved'));
        },
      },
    );
  };
  return (
    <>
      <ProblemAlert problem={save.error && readProblem(save.error)} />
      <div className="console-version-edit" role="status">
        <p>{steps === null ? t('edit.wrong') : t('edit.unsaved', { count: steps.length })}</p>
        <Button variant="primary" onPress={send} isDisabled={steps === null} isPending={save.isPending}>
          {t('edit.save')}
        </Button>
        <Button onPress={onReset}>{t('edit.discard')}</Button>
      </div>
    </>
  );
}
