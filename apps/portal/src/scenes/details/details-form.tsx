import type { MyDetails } from '@muster/client';
import {
  Button,
  DefinitionList,
  Form,
  localeNames,
  locales,
  RadioGroup,
  Stack,
  TextField,
  useLocaleSwitch,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useSaveDetails } from '../../data/details.js';
import { useAccountText } from '../../messages/account/use-account-text.js';

const phoneShape = /^[+()\d\s./-]{5,40}$/;

/** Phone, address and language; the name and the e-mail address stand beside them. */
export function DetailsForm({ details }: { readonly details: MyDetails }) {
  const t = useAccountText();
  const toasts = useToasts();
  const { setLocale } = useLocaleSwitch();
  const save = useSaveDetails();
  const [form, setForm] = useState(details);
  const [isPhoneWrong, setPhoneWrong] = useState(false);
  const change = (field: 'phone' | 'street' | 'postalCode' | 'city') => (value: string) =>
    setForm({ ...form, [field]: value });
  const submit = () => {
    const phone = form.phone?.trim() ?? '';
    setPhoneWrong(phone !== '' && !phoneShape.test(phone));
    if (phone !== '' && !phoneShape.test(phone)) return;
    save.mutate(form, {
      onSuccess: (saved) => {
        setLocale(saved.language);
        toasts.show(t('details.saved'));
      },
    });
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="section">
        <div>
          <DefinitionList
            items={[
              { term: t('details.name'), value: `${details.firstName} ${details.lastName}` },
              { term: t('details.email'), value: details.email },
            ]}
          />
          <p className="mu-muted po-under">{t('details.fixed')}</p>
        </div>
        <TextField
          id="phone"
          type="tel"
          autoComplete="tel"
          label={t('details.phone')}
          description={t('details.phone.why')}
          isOptional
          width={20}
          value={form.phone ?? ''}
          onChange={change('phone')}
          error={isPhoneWrong ? t('details.phone.wrong') : undefined}
        />
        <fieldset className="po-fields">
          <legend className="po-section-title">
            <h2>{t('details.address')}</h2>
          </legend>
          <TextField
            label={t('details.street')}
            autoComplete="street-address"
            isOptional
            maxLength={255}
            value={form.street ?? ''}
            onChange={change('street')}
          />
          <TextField
            label={t('details.postalCode')}
            autoComplete="postal-code"
            isOptional
            width={12}
            maxLength={20}
            value={form.postalCode ?? ''}
            onChange={change('postalCode')}
          />
          <TextField
            label={t('details.city')}
            autoComplete="address-level2"
            isOptional
            maxLength={40}
            value={form.city ?? ''}
            onChange={change('city')}
          />
        </fieldset>
        <RadioGroup
          label={t('details.language')}
          description={t('details.language.why')}
          options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
          value={form.language}
          onChange={(value) => setForm({ ...form, language: value === 'es' ? 'es' : 'en' })}
        />
        <ProblemAlert title={t('details.failed')} error={save.error} />
        <div>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t('details.submit')}
          </Button>
        </div>
      </Stack>
    </Form>
  );
}
