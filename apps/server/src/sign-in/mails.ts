import type { Session } from '@muster/records';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Puts a mail in the outbox, in the transaction of the session. */
export type QueueMail = (session: Session, mail: Mail) => Promise<void>;

interface PasswordLinkFacts {
  readonly name: string;
  readonly username: string;
  readonly agency: string;
  readonly link: string;
}

/** What sign-in writes to people, in one language. */
interface MailTexts {
  readonly setPassword: Readonly<
    Record<'invitation' | 'reset', (facts: PasswordLinkFacts) => Omit<Mail, 'to'>>
  >;
  /** Says that mail works. */
  test(agency: string): Omit<Mail, 'to'>;
  confirm(name: string, code: string, link: string): Omit<Mail, 'to'>;
  alreadyRegistered(name: string, link: string): Omit<Mail, 'to'>;
}

const texts: Readonly<Record<'en' | 'es', MailTexts>> = {
  en: {
    setPassword: {
      invitation: ({ name, username, agency, link }) => ({
        subject: `Your account at ${agency}`,
        text:
          `Hello ${name},\n\nAn account was made for you at ${agency}. Your username is ${username}.\n\n` +
          `Choose your password here:\n${link}\n\nThe link works once and is good for 7 days.\n`,
      }),
      reset: ({ name, username, agency, link }) => ({
        subject: `A new password for ${agency}`,
        text:
          `Hello ${name},\n\nYou can choose a new password for your account ${username} at ${agency}:\n${link}\n\n` +
          `The link works once and is good for 24 hours. If you did not ask for it, you can ignore this message: ` +
          `your password stays as it is.\n`,
      }),
    },
    test: (agency) => ({
      subject: `Mail of ${agency} works`,
      text: `This is a test. If you read it, mail of ${agency} arrives.\n`,
    }),
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
    setPassword: {
      invitation: ({ name, username, agency, link }) => ({
        subject: `Su cuenta en ${agency}`,
        text:
          `Hola, ${name}:\n\nSe ha creado una cuenta para usted en ${agency}. Su nombre de usuario es ${username}.\n\n` +
          `Elija aquí su contraseña:\n${link}\n\nEl enlace sirve una sola vez y caduca a los 7 días.\n`,
      }),
      reset: ({ name, username, agency, link }) => ({
        subject: `Una contraseña nueva para ${agency}`,
        text:
          `Hola, ${name}:\n\nPuede elegir una contraseña nueva para su cuenta ${username} en ${agency}:\n${link}\n\n` +
          `El enlace sirve una sola vez y caduca a las 24 horas. Si usted no lo pidió, puede ignorar este mensaje: ` +
          `su contraseña no cambia.\n`,
      }),
    },
    test: (agency) => ({
      subject: `El correo de ${agency} funciona`,
      text: `Esto es una prueba. Si lo lee, el correo de ${agency} llega.\n`,
    }),
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
