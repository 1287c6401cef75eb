import { MusterError } from '@muster/kernel';
import { API_PURPOSE } from '../sign-in/create-sign-in.js';
import { type Command, readArguments } from './command.js';
import { findUser } from './find-user.js';
import { say } from './say.js';
import { withInstance } from './with-instance.js';

export const token: Command = {
  name: 'token',
  usage: '[--username NAME] [--purpose KEY]',
  summary: 'Prints an access token for the API; it ends two hours after its last use.',
  details: [
    'For example: SF_ACCESS_TOKEN=$(./muster token) sf org login access-token --instance-url URL --no-prompt',
  ],
  async run(args) {
    const { options } = readArguments(args, { options: ['username', 'purpose'] });
    const accessToken = await withInstance(async (instance) => {
      const principal = await findUser(instance, options.get('username'));
      const purpose = options.get('purpose') ?? API_PURPOSE;
      if (!instance.records.openSession(principal, { key: purpose }).has('ApiEnabled')) {
        const message = `${principal.username} lacks the user permission ApiEnabled: a token would open nothing.`;
        throw new MusterError('API_DISABLED_FOR_ORG', message);
      }
      return instance.signIn.sessions.open({ userId: principal.userId, kind: 'api', purpose });
    });
    say(accessToken);
    return 0;
  },
};
