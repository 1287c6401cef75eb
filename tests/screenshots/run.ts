import { parseArgs } from 'node:util';
import { desktop, phone, smallPhone } from '../support/browser.js';
import { takeDocPictures } from './take-doc-pictures.js';
import { takeStates } from './take-states.js';

const USAGE = `npm run screenshots                   every state of every page, into screenshots/
npm run screenshots -- board offer    states whose name holds one of these words
npm run screenshots -- --es           in Spanish as well as in English
npm run screenshots -- --small        on a phone of 320 px as well
npm run screenshots -- docs           the pictures of README and guides, into docs/screenshots/`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    es: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const isForDocs = positionals.length === 1 && positionals[0] === 'docs';
const failures = isForDocs
  ? await takeDocPictures()
  : await takeStates({
      words: positionals,
      languages: values.es ? ['en', 'es'] : ['en'],
      viewports: values.small ? [smallPhone, phone, desktop] : [phone, desktop],
    });
for (const failure of failures) console.error(failure);
process.exit(failures.length === 0 ? 0 : 1);
