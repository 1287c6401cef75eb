import { ButtonLink, PortalPage, Stack } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { useAccountText } from '../../messages/account/use-account-text.js';

const ways = ['write', 'app', 'kept'] as const;

/** How to get a new password. */
export function ForgotScene() {
  const t = useAccountText();
  return (
    <PortalPage>
      <PageHead title={t('forgot.title')} lead={t('forgot.lead')} />
      <Stack gap="section">
        <section>
          <h2 className="po-section-head">{t('forgot.how.title')}</h2>
          <ul className="po-points">
            {ways.map((way) => (
              <li key={way}>{t(`forgot.how.${way}`)}</li>
            ))}
          </ul>
        </section>
        <div>
          <ButtonLink href="/sign-in">{t('forgot.back')}</ButtonLink>
        </div>
      </Stack>
    </PortalPage>
  );
}
