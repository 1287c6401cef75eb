import { createMessages, useMessages } from '@muster/ui';
import { frameEn } from './en.js';
import { frameEs } from './es.js';

export const frameMessages = createMessages({ en: frameEn, es: frameEs });

/** The texts of the frame around all pages, of the states every page can be in, and of the plain pages. */
export function useFrameText() {
  return useMessages(frameMessages);
}
