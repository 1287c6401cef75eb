import type { Session } from '@muster/records';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Puts a mail in the outbox, in the transaction of the session. */
export type QueueMail = (session: Session, mail: Mail) => Promise<void>;

/** What sign-in writes to people, in one language. */
interface MailTexts {
  confirm(name: string, code: string, link: string): Omit<Mail, 'to'>;
  alreadyRegistered(name: string, link: string): Omit<Mail, 'to'>;
}

const texts: Readonly<Record<'en' | 'es', MailTexts>> = {
  en: {
    confirm: (name, code, link) => ({
      subject: `Your code is ${code}`,
      text:
        `Hello ${name},\n\nYour code is ${code}. Type it on the page where you made your account.\n\n` +
        `Or open this link:\n${link}\n\nThe code and the link are good for 30 minutes. ` +
        `If you did not make an account, you can ignore this message.\n`,
    }),
    alreadyRegistered: (name, link) => ({
      subject: 'You already have an account',
      text:
        `Hello ${name},\n\nSomebody, perhaps you, tried to make an account with this address. ` +
        `You have one already. Sign in here:\n${link}\n\n` +
        `If it was not you, you can ignore this message. Nothing was changed.\n`,
    }),
  },
  es: {
    confirm: (name, code, link) => ({
      subject: `Su código es ${code}`,
      text:
        `Hola, ${name}:\n\nSu código es ${code}. Escríbalo en la página donde creó su cuenta.\n\n` +
        `O abra este enlace:\n${link}\n\nEl código y el enlace sirven durante 30 minutos. ` +
        `Si usted no creó una cuenta, puede ignorar este mensaje.\n`,
    }),
    alreadyRegistered: (name, link) => ({
      subject: 'Usted ya tiene una cuenta',
      text:
        `Hola, ${name}:\n\nAlguien, quizá usted, intentó crear una cuenta con esta dirección. ` +
        `Ya tiene una. Inicie sesión aquí:\n${link}\n\n` +
        `Si no fue usted, puede ignorar este mensaje. No se cambió nada.\n`,
    }),
  },
};

/** The mails of sign-in in a language; English where there is none. */
export function mailTexts(language: string): MailTexts {
  return language === 'es' ? texts.es : texts.en;
}
