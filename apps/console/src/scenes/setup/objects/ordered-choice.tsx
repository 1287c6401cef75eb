import { ComboBox, IconButton, type Option, XIcon } from '@muster/ui';
import { GrabHandle } from '../../../components/grab-handle.js';
import { useListGrab } from '../../../components/use-list-grab.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';

export interface OrderedChoiceProps {
  /** Names the list. */
  readonly label: string;
  readonly addLabel: string;
  readonly description?: string | undefined;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly most?: number | undefined;
  readonly error?: string | undefined;
}

/** Some of many, in an order of their own. */
export function OrderedChoice({
  label,
  addLabel,
  description,
  options,
  values,
  onChange,
  most = 100,
  error,
}: OrderedChoiceProps) {
  const t = useSetupObjectsText();
  const labelOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  const grab = useListGrab({ items: values, keyOf: (value) => value, labelOf, onChange });
  return (
    <div className="setup-values">
      {values.length > 0 && (
        <ol className="setup-value-list" aria-label={label}>
          {values.map((value) => (
            <li
              key={value}
              className="setup-value"
              data-drop={value}
              data-held={grab.held === value || undefined}
            >
              <GrabHandle grab={grab} id={value} />
              <span className="setup-value-names">{labelOf(value)}</span>
              <IconButton
                size="small"
                icon={XIcon}
                label={t('remove', { label: labelOf(value) })}
                onPress={() => onChange(values.filter((each) => each !== value))}
              />
            </li>
          ))}
        </ol>
      )}
      {grab.live}
      {values.length < most && (
        <ComboBox
          key={values.length}
          label={addLabel}
          description={description}
          isOptional={values.length > 0}
          options={options.filter(({ value }) => !values.includes(value))}
          value={null}
          onChange={(value) => value !== null && onChange([...values, value])}
          error={error}
        />
      )}
    </div>
  );
}
