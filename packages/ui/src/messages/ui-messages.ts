import { createMessages } from './create-messages.js';
import { en } from './en.js';
import { es } from './es.js';

/** The texts of the components themselves. */
export const uiMessages = createMessages({ en, es });
