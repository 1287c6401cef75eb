import { keepingTransport, type MailTransport } from '@muster/recruiting';
import type { Config } from './config.js';

/** How mail leaves: not at all in the demo, by SMTP when there is a server for it, else it fails and says so. */
export function chooseMailTransport({ demo, smtpUrl, mailFrom }: Config): MailTransport {
  if (demo !== 'off') return keepingTransport;
  if (smtpUrl === undefined) {
    return { send: () => Promise.reject(new Error('SMTP_URL is not set')) };
  }
  const opened = import('nodemailer').then(({ createTransport }) => createTransport(smtpUrl));
  return {
    async send({ to, fromName, subject, text }) {
      const transporter = await opened;
      const from = fromName === '' ? mailFrom : { name: fromName, address: addressOf(mailFrom) };
      await transporter.sendMail({ from, to, subject, text });
    },
  };
}

/** The address in `Name <address>`. */
function addressOf(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
