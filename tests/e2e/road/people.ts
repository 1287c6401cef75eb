import type { Browser } from 'playwright-core';
import type { Visitor } from '../../support/browser.js';
import type { TestServer } from '../../support/test-server.js';

/** The newcomer of the story. */
export const iris = {
  firstName: 'Iris',
  lastName: 'Dahl',
  name: 'Iris Dahl',
  email: 'iris.dahl@example.org',
  password: 'otter lantern quay 7',
} as const;

export const staff = {
  tomas: 'tomas.keller@marrenfell.example',
  priya: 'priya.thorne@marrenfell.example',
  ruth: 'ruth.amsel@marrenfell.example',
  ewa: 'ewa.lind@marrenfell.example',
} as const;

/** What the chapters share: where they happen, who is at which device. */
export interface Road {
  readonly server: TestServer;
  readonly browser: Browser;
  /** Iris at the device she holds. */
  iris: Visitor;
  /** Tomas at his desk. */
  readonly tomas: Visitor;
  /** The server's time runs so far ahead of the machine's, in milliseconds. */
  readonly ahead: { ms: number };
}
