import { secureRandom } from '@muster/kernel';
import { resetPassword } from '../sign-in/reset-password.js';
import { type Command, readArguments, UsageError } from './command.js';
import { findUser } from './find-user.js';
import { say } from './say.js';
import { withInstance } from './with-instance.js';

export const password: Command = {
  name: 'password',
  usage: 'USERNAME',
  summary: 'Gives a user a new random password and prints it, this once.',
  details: ['The sessions and refresh tokens of the user end.'],
  async run(args) {
    const { positional } = readArguments(args, {});
    const [username] = positional;
    if (username === undefined || positional.length > 1) throw new UsageError('Give one username');
    const given = await withInstance(async (instance) => {
      const { userId } = await findUser(instance, username);
      return resetPassword(instance.signIn, userId, secureRandom);
    });
    say(given);
    return 0;
  },
};
