import type { FiledMetadata } from '../filed-model.js';
import type { Component } from '../source-format/component.js';
import { ofKind } from './object-draft.js';

/** Folders, and the reports and dashboards in them. */
export function buildFiled(components: readonly Component[]): FiledMetadata {
  return {
    folders: ofKind(components, 'Folder').map(({ folder }) => folder),
    reports: ofKind(components, 'Report').map(({ report }) => report),
    dashboards: ofKind(components, 'Dashboard').map(({ dashboard }) => dashboard),
  };
}
