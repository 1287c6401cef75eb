import type { Flow } from '@muster/api';
import { type Command, readArguments, UsageError } from './command.js';
import { findUser } from './find-user.js';
import { say } from './say.js';
import { withInstance } from './with-instance.js';

export const connectedApp: Command = {
  name: 'connected-app',
  usage: 'NAME [--redirect-uri URI] [--run-as USERNAME] [--purpose KEY]',
  summary: 'Registers an application for OAuth and prints its id and secret, this once.',
  details: [
    'With --redirect-uri people can sign in through it; http://localhost:*/path stands for every port.',
    'With --run-as it can sign in by itself (client credentials), with the rights of that user.',
  ],
  async run(args) {
    const { positional, options } = readArguments(args, { options: ['redirect-uri', 'run-as', 'purpose'] });
    const [name] = positional;
    if (name === undefined || positional.length > 1) throw new UsageError('Give the application one name');
    const redirectUri = options.get('redirect-uri');
    const runAs = options.get('run-as');
    const purpose = options.get('purpose');
    const flows: Flow[] = ['password', 'refresh_token'];
    if (redirectUri !== undefined) flows.push('authorization_code');
    if (runAs !== undefined) flows.push('client_credentials');
    const client = await withInstance(async (instance) => {
      const runAsUserId = runAs === undefined ? undefined : (await findUser(instance, runAs)).userId;
      return instance.signIn.clients.add({
        name,
        flows,
        redirectUris: redirectUri === undefined ? [] : [redirectUri],
        ...(purpose === undefined ? {} : { purpose }),
        ...(runAsUserId === undefined ? {} : { runAsUserId }),
      });
    });
    say(`client_id      ${client.id}`);
    say(`client_secret  ${client.secret}`);
    return 0;
  },
};
