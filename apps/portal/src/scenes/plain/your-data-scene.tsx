import { PortalPage, Stack } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';

const parts = ['kept', 'read', 'never', 'device', 'rights'] as const;

/** What is kept about a person, who reads it, and what the person can do. */
export function YourDataScene() {
  const t = useFrameText();
  return (
    <PortalPage>
      <PageHead title={t('data.title')} lead={t('data.lead')} />
      <Stack gap="section">
        {parts.map((part) => (
          <section key={part} className="mu-prose">
            <h2>{t(`data.${part}.title`)}</h2>
            <p>{t(`data.${part}.text`)}</p>
          </section>
        ))}
      </Stack>
    </PortalPage>
  );
}
