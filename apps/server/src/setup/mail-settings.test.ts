import { expect, it } from 'vitest';
import { readMailSettings } from './mail-settings.js';

const mailFrom = 'Agency <jobs@agency.example>';

it('tells server and sender, and never what opens the server', () => {
  const settings = readMailSettings({
    demo: 'off',
    smtpUrl: 'smtps://user:secret@mail.agency.example',
    mailFrom,
  });
  expect(settings).toEqual({
    transport: 'smtp',
    host: 'mail.agency.example',
    port: 465,
    isEncrypted: true,
    from: mailFrom,
  });
});

it('says when mail reaches nobody', () => {
  expect(readMailSettings({ demo: 'off', smtpUrl: undefined, mailFrom }).transport).toBe('none');
  expect(readMailSettings({ demo: 'small', smtpUrl: undefined, mailFrom }).transport).toBe('kept');
});
