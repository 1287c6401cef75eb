import type { DashboardDef, FolderDef, ReportDef } from '../filed-model.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';

/** A `ReportFolder` or its like. */
export function readFolder(root: ElementReader, name: string, holds: FolderDef['holds']): FolderDef {
  return {
    name,
    label: root.text('name') ?? name,
    holds,
    access: root.text('accessType') ?? 'Shared',
    isReadOnly: root.text('publicFolderAccess') !== 'ReadWrite',
  };
}

/** A `Report`, for its record; what it counts is kept and not run yet. */
export function readReport(root: ElementReader, name: string, folder: string): ReportDef {
  const description = root.text('description');
  return {
    name,
    folder,
    label: root.text('name') ?? name,
    ...present({ description, format: root.text('format') }),
  };
}

/** A `Dashboard`, for its record. */
export function readDashboard(root: ElementReader, name: string, folder: string): DashboardDef {
  const width = (section: string) => root.children(section)[0]?.text('columnSize');
  return {
    name,
    folder,
    title: root.text('title') ?? name,
    ...present({
      description: root.text('description'),
      left: width('leftSection'),
      middle: width('middleSection'),
      right: width('rightSection'),
      seenAs: root.text('dashboardType'),
      runningUser: root.text('runningUser'),
    }),
  };
}
