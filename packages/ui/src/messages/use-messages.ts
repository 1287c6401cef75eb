import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import type { Messages, MessageValues } from './create-messages.js';
import { useLocaleSwitch } from './locale-provider.js';
import { uiMessages } from './ui-messages.js';

type RichValues = Readonly<Record<string, string | number | ((content: ReactNode) => ReactNode)>>;

/** `t(key, values)` gives text; `t.rich(key, values)` gives nodes, with a function for every tag in the message. */
export interface Translate<Key extends string> {
  (key: Key, values?: MessageValues): string;
  readonly rich: (key: Key, values: RichValues) => ReactNode;
}

/** The messages of a catalogue in the language in use. */
export function useMessages<Key extends string>(messages: Messages<Key>): Translate<Key> {
  const { locale } = useLocaleSwitch();
  return useMemo(() => {
    const text = (key: Key, values?: MessageValues) => messages.format(locale, key, values);
    const rich = (key: Key, values: RichValues): ReactNode => {
      const keyed = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'function'
          ? (content: readonly ReactNode[]) => value(createElement(Fragment, null, ...content))
          : value,
      ]);
      const parts = messages.formatParts<ReactNode>(locale, key, Object.fromEntries(keyed));
      return createElement(Fragment, null, ...parts);
    };
    return Object.assign(text, { rich });
  }, [messages, locale]);
}

/** The texts of the components themselves. */
export function useUiText() {
  return useMessages(uiMessages);
}
