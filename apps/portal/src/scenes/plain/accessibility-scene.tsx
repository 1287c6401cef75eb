import { PortalPage } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';

const abilities = ['keyboard', 'zoom', 'reader', 'look', 'time'] as const;

/** What everybody can do on this site, and whom to tell when they cannot. */
export function AccessibilityScene() {
  const t = useFrameText();
  return (
    <PortalPage>
      <PageHead title={t('accessibility.title')} lead={t('accessibility.lead')} />
      <div className="mu-prose">
        <h2>{t('accessibility.can.title')}</h2>
        <ul>
          {abilities.map((ability) => (
            <li key={ability}>{t(`accessibility.can.${ability}`)}</li>
          ))}
        </ul>
        <h2>{t('accessibility.tell.title')}</h2>
        <p>{t('accessibility.tell.text')}</p>
      </div>
    </PortalPage>
  );
}
