import { ComboBox, FieldRow, type Problem, Select, Stack, TextField } from '@muster/ui';
import type { PeopleChoices, UserValues } from '../../../data/setup-users.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';
import { timeZones } from './time-zones.js';

type FieldErrors = Partial<Record<keyof UserValues, string>>;

/** The fields of an account, for a new one and for one that changes. */
export function UserFields({
  values,
  onChange,
  choices,
  errors,
}: {
  readonly values: UserValues;
  readonly onChange: (change: Partial<UserValues>) => void;
  readonly choices: PeopleChoices;
  readonly errors: FieldErrors;
}) {
  const t = useSetupUsersText();
  return (
    <Stack>
      <FieldRow>
        <TextField
          label={t('field.firstName')}
          isOptional
          maxLength={40}
          value={values.FirstName ?? ''}
          onChange={(FirstName) => onChange({ FirstName })}
        />
        <TextField
          label={t('field.lastName')}
          maxLength={80}
          value={values.LastName}
          onChange={(LastName) => onChange({ LastName })}
          error={errors.LastName}
        />
      </FieldRow>
      <TextField
        label={t('field.email')}
        type="email"
        maxLength={80}
        value={values.Email}
        onChange={(Email) => onChange({ Email })}
        error={errors.Email}
      />
      <TextField
        label={t('field.username')}
        description={t('field.username.why')}
        maxLength={80}
        value={values.Username}
        onChange={(Username) => onChange({ Username })}
        error={errors.Username}
      />
      <FieldRow>
        <TextField
          label={t('field.title')}
          isOptional
          maxLength={80}
          value={values.Title ?? ''}
          onChange={(Title) => onChange({ Title })}
        />
        <TextField
          label={t('field.alias')}
          description={t('field.alias.why')}
          maxLength={8}
          value={values.Alias}
          onChange={(Alias) => onChange({ Alias })}
          error={errors.Alias}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={t('field.profile')}
          description={t('field.profile.why')}
          options={choices.profiles.map(({ Id, Name }) => ({ value: Id, label: Name }))}
          value={values.ProfileId === '' ? null : values.ProfileId}
          onChange={(ProfileId) => onChange({ ProfileId })}
          error={errors.ProfileId}
        />
        <Select
          label={t('field.role')}
          description={t('field.role.why')}
          isOptional
          options={[
            { value: '', label: t('field.role.none') },
            ...choices.roles.map(({ Id, Name }) => ({ value: Id, label: Name })),
          ]}
          value={values.UserRoleId ?? ''}
          onChange={(role) => onChange({ UserRoleId: role === '' ? null : role })}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={t('field.language')}
          options={[
            { value: 'en_US', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
          value={values.LanguageLocaleKey}
          onChange={(LanguageLocaleKey) =>
            onChange({ LanguageLocaleKey, LocaleSidKey: LanguageLocaleKey === 'es' ? 'es_US' : 'en_US' })
          }
        />
        <ComboBox
          label={t('field.timeZone')}
          options={timeZones(values.TimeZoneSidKey)}
          value={values.TimeZoneSidKey}
          onChange={(zone) => zone !== null && onChange({ TimeZoneSidKey: zone })}
          error={errors.TimeZoneSidKey}
        />
      </FieldRow>
    </Stack>
  );
}

/** What is missing, by field. */
export function missingIn(values: UserValues, t: ReturnType<typeof useSetupUsersText>): FieldErrors {
  const missing = (value: string, field: Parameters<typeof t>[0]) =>
    value.trim() === '' ? t('missing', { field: t(field) }) : undefined;
  const isAddress = /^\S+@\S+\.\S+$/.test(values.Email.trim());
  const errors = {
    LastName: missing(values.LastName, 'field.lastName'),
    Email: missing(values.Email, 'field.email') ?? (isAddress ? undefined : t('badEmail')),
    Username: missing(values.Username, 'field.username'),
    Alias: missing(values.Alias, 'field.alias'),
    ProfileId: missing(values.ProfileId, 'field.profile'),
  };
  return Object.fromEntries(
    Object.entries(errors).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A refusal that is about one field, in the reader's words. */
export function refusedField(problem: Problem | null, t: ReturnType<typeof useSetupUsersText>): FieldErrors {
  if (problem?.kind !== 'Refused') return {};
  const isTaken = problem.code === 'DUPLICATE_USERNAME' || problem.code === 'DUPLICATE_VALUE';
  if (isTaken) return { Username: t('taken') };
  return problem.code === 'INVALID_EMAIL_ADDRESS' ? { Email: t('badEmail') } : {};
}
