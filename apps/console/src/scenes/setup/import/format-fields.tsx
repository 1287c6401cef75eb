import type { DateOrder, DecimalSeparator } from '@muster/client';
import { Card, Grid, RadioGroup } from '@muster/ui';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import type { MappedKinds } from './columns-step.js';
import type { ValueFormats } from './guess-formats.js';

const orders: readonly DateOrder[] = ['YMD', 'DMY', 'MDY'];
const separators: readonly DecimalSeparator[] = ['POINT', 'COMMA'];

/** How days and numbers are written, where the file has any. */
export function FormatFields({
  kinds,
  formats,
  timeZone,
  onChange,
}: {
  readonly kinds: MappedKinds;
  readonly formats: ValueFormats;
  readonly timeZone: string;
  readonly onChange: (formats: ValueFormats) => void;
}) {
  const t = useSetupImportText();
  if (!kinds.days && !kinds.numbers) return null;
  return (
    <Card title={t('formats.title')} meta={t('formats.lead')}>
      <Grid>
        {kinds.days && (
          <RadioGroup
            label={t('formats.date')}
            description={kinds.times ? t('formats.zone', { zone: timeZone }) : undefined}
            options={orders.map((value) => ({ value, label: t(`formats.date.${value}`) }))}
            value={formats.dateOrder}
            onChange={(value) => onChange({ ...formats, dateOrder: value as DateOrder })}
          />
        )}
        {kinds.numbers && (
          <RadioGroup
            label={t('formats.decimal')}
            options={separators.map((value) => ({ value, label: t(`formats.decimal.${value}`) }))}
            value={formats.decimalSeparator}
            onChange={(value) => onChange({ ...formats, decimalSeparator: value as DecimalSeparator })}
          />
        )}
      </Grid>
    </Card>
  );
}
