import { createMessages, useMessages } from '@muster/ui';
import { frameEn } from './en.js';
import { frameEs } from './es.js';

const messages = createMessages({ en: frameEn, es: frameEs });

/** The texts of the frame around all pages, of the states every page can be in, and of words used everywhere. */
export function useFrameText() {
  return useMessages(messages);
}
