import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Flow, JWT_BEARER } from '@muster/api';
import { type Command, readArguments, UsageError } from './command.js';
import { findUser } from './find-user.js';
import { say } from './say.js';
import { withInstance } from './with-instance.js';

export const connectedApp: Command = {
  name: 'connected-app',
  usage: 'NAME [--redirect-uri URI] [--run-as USERNAME] [--certificate FILE] [--purpose KEY]',
  summary: 'Registers an application for OAuth and prints its id and secret, this once.',
  details: [
    'With --redirect-uri people can sign in through it; http://localhost:*/path stands for every port.',
    'With --run-as it can sign in by itself (client credentials), with the rights of that user.',
    'With --certificate, the PEM file of a certificate or public key, it can sign in by assertions it signs (JWT bearer)',
    'for the user of --run-as, and for those who have allowed it before.',
  ],
  async run(args) {
    const { positional, options } = readArguments(args, {
      options: ['redirect-uri', 'run-as', 'certificate', 'purpose'],
    });
    const [name] = positional;
    if (name === undefined || positional.length > 1) throw new UsageError('Give the application one name');
    const redirectUri = options.get('redirect-uri');
    const runAs = options.get('run-as');
    const purpose = options.get('purpose');
    const certificate = await readCertificate(options.get('certificate'));
    const flows: Flow[] = ['password', 'refresh_token'];
    if (redirectUri !== undefined) flows.push('authorization_code');
    if (runAs !== undefined) flows.push('client_credentials');
    if (certificate !== undefined) flows.push(JWT_BEARER);
    const client = await withInstance(async (instance) => {
      const runAsUserId = runAs === undefined ? undefined : (await findUser(instance, runAs)).userId;
      return instance.signIn.clients.add({
        name,
        flows,
        redirectUris: redirectUri === undefined ? [] : [redirectUri],
        ...(purpose === undefined ? {} : { purpose }),
        ...(runAsUserId === undefined ? {} : { runAsUserId }),
        ...(certificate === undefined ? {} : { certificate }),
      });
    });
    say(`client_id      ${client.id}`);
    say(`client_secret  ${client.secret}`);
    return 0;
  },
};

/** The text of a PEM file with an RSA certificate or public key. @throws UsageError */
async function readCertificate(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    const pem = await readFile(file, 'utf8');
    if (createPublicKey(pem).asymmetricKeyType === 'rsa') return pem;
  } catch {
    throw new UsageError(`${file} cannot be read as the PEM of a certificate or public key`);
  }
  throw new UsageError(`${file} holds no RSA key; assertions are signed by RS256`);
}
