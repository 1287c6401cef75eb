import type { MailSettings } from '@muster/api';
import type { Config } from '../config.js';

/** How mail leaves by this configuration, without what opens the server. */
export function readMailSettings({
  demo,
  smtpUrl,
  mailFrom,
}: Pick<Config, 'demo' | 'smtpUrl' | 'mailFrom'>): MailSettings {
  const nowhere = { host: null, port: null, isEncrypted: false, from: mailFrom };
  if (demo !== 'off') return { transport: 'kept', ...nowhere };
  if (smtpUrl === undefined) return { transport: 'none', ...nowhere };
  const { hostname, port, protocol } = new URL(smtpUrl);
  const isEncrypted = protocol === 'smtps:';
  const usual = isEncrypted ? 465 : 587;
  return {
    transport: 'smtp',
    host: hostname,
    port: port === '' ? usual : Number(port),
    isEncrypted,
    from: mailFrom,
  };
}
