import { community } from '@muster/community';
import { field } from '@muster/field';
import type { Solution } from '@muster/records';
import { createRecruiting } from '@muster/recruiting';
import type { FileStore } from '@muster/store';
import type { Config } from './config.js';
import { chooseMailTransport } from './mail-transport.js';

/** Puts the parts of the product together that are built on the platform, in the order they are installed. */
export type CreateSolutions = (parts: { readonly files: FileStore }) => readonly Solution[];

export function solutionsFor(config: Config): CreateSolutions {
  return ({ files }) => [
    createRecruiting({ transport: chooseMailTransport(config), files }),
    community,
    field,
  ];
}
