import type { RequisitionChoices } from '@muster/client';
import {
  Button,
  ButtonRow,
  Form,
  NumberField,
  readProblem,
  Select,
  SidePanel,
  Skeleton,
  TextField,
  useDraft,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { DayField } from '../../components/day-field.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { QueryView } from '../../components/query-view.js';
import { useCreateRequisition, useRequisitionChoices } from '../../data/requisitions.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';
import { useRequisitionsText } from '../../messages/requisitions/use-requisitions-text.js';

const blank = {
  name: '',
  unit: '',
  seats: null as number | null,
  processKey: null as string | null,
  expectedHireDate: '',
};

/** Opens a requisition beside the list. */
export function CreatePanel({ onClose }: { readonly onClose: () => void }) {
  const t = useRequisitionsText();
  const choices = useRequisitionChoices();
  return (
    <SidePanel title={t('create.title')} onClose={onClose} takesFocus>
      <QueryView query={choices} skeleton={<Skeleton shape="text" count={8} />}>
        {(data) => <CreateForm choices={data} onClose={onClose} />}
      </QueryView>
    </SidePanel>
  );
}

function CreateForm({
  choices,
  onClose,
}: {
  readonly choices: RequisitionChoices;
  readonly onClose: () => void;
}) {
  const t = useRequisitionsText();
  const frame = useFrameText();
  const toasts = useToasts();
  const keyFor = useClientKey();
  const create = useCreateRequisition();
  const { value, set, clear } = useDraft('requisition', blank);
  const [isTried, setTried] = useState(false);
  const errors = {
    name: value.name.trim() === '' ? t('missing') : undefined,
    unit: value.unit.trim() === '' ? t('missing') : undefined,
    seats: value.seats === null || !Number.isInteger(value.seats) ? t('missing.seats') : undefined,
    process: value.processKey === null ? t('missing.choice') : undefined,
    date: value.expectedHireDate === '' ? t('missing') : undefined,
  };
  const shown = isTried ? errors : ({} as Partial<typeof errors>);
  const submit = () => {
    setTried(true);
    const { seats, processKey, expectedHireDate } = value;
    if (Object.values(errors).some((error) => error !== undefined)) return;
    if (seats === null || processKey === null) return;
    const name = value.name.trim();
    const content = { name, unit: value.unit.trim(), seats, processKey, expectedHireDate };
    create.mutate(
      { ...content, clientKey: keyFor(content) },
      {
        onSuccess: () => {
          clear();
          toasts.show(t('create.done', { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Form onSubmit={submit} aria-label={t('create.title')}>
      <ProblemAlert problem={create.error && readProblem(create.error)} />
      <TextField
        label={t('create.name')}
        description={t('create.name.why')}
        maxLength={120}
        value={value.name}
        onChange={(name) => set({ ...value, name })}
        error={shown.name}
      />
      <UnitField
        units={choices.units}
        value={value.unit}
        onChange={(unit) => set({ ...value, unit })}
        error={shown.unit}
      />
      <NumberField
        label={t('create.seats')}
        minValue={1}
        maxValue={100_000}
        value={value.seats}
        onChange={(seats) => set({ ...value, seats })}
        error={shown.seats}
      />
      <Select
        label={t('create.process')}
        description={t('create.process.why')}
        options={choices.processes}
        value={value.processKey}
        onChange={(processKey) => set({ ...value, processKey })}
        error={shown.process}
      />
      <DayField
        label={t('create.hireDate')}
        value={value.expectedHireDate}
        onChange={(expectedHireDate) => set({ ...value, expectedHireDate })}
        error={shown.date}
      />
      <ButtonRow>
        <Button type="submit" variant="primary" isPending={create.isPending}>
          {t('create.submit')}
        </Button>
        <Button onPress={onClose}>{frame('action.cancel')}</Button>
      </ButtonRow>
    </Form>
  );
}

/** Choice that opens a box for a unit nobody has named yet. */
const otherUnit = '+';

function UnitField({
  units,
  value,
  onChange,
  error,
}: {
  readonly units: readonly string[];
  readonly value: string;
  readonly onChange: (unit: string) => void;
  readonly error: string | undefined;
}) {
  const t = useRequisitionsText();
  const [isOther, setOther] = useState(units.length === 0 || (value !== '' && !units.includes(value)));
  return (
    <>
      {units.length > 0 && (
        <Select
          label={t('create.unit')}
          options={[
            ...units.map((unit) => ({ value: unit, label: unit })),
            { value: otherUnit, label: t('create.unit.other') },
          ]}
          value={isOther ? otherUnit : value === '' ? null : value}
          onChange={(unit) => {
            setOther(unit === otherUnit);
            onChange(unit === otherUnit ? '' : unit);
          }}
          error={isOther ? undefined : error}
        />
      )}
      {isOther && (
        <TextField
          label={t(units.length === 0 ? 'create.unit' : 'create.unit.name')}
          maxLength={80}
          value={value}
          onChange={onChange}
          error={error}
        />
      )}
    </>
  );
}
