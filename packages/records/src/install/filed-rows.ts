import {
  type DashboardDef,
  declaredId,
  type FiledMetadata,
  type FolderDef,
  type ReportDef,
} from '@muster/metadata';
import type { DeclaredRow } from './write-declared-rows.js';

/** The folder of what lies in none: everybody's (Metadata API Developer Guide, "Report"). */
const PUBLIC_FOLDER = 'unfiled$public';
const PUBLIC_NAMES = { Report: 'Public Reports', Dashboard: 'Public Dashboards' } as const;
const LONGEST = { name: 80, reportName: 40, description: 255 } as const;

export interface FiledRows {
  readonly Folder: readonly DeclaredRow[];
  readonly Report: readonly DeclaredRow[];
  readonly Dashboard: readonly DeclaredRow[];
}

/**
 * The records of folders and of the reports and dashboards in them.
 * @param userIds ids of users by lower-case username
 */
export function filedRows(
  { folders, reports, dashboards }: FiledMetadata,
  orgId: string,
  userIds: ReadonlyMap<string, string>,
): FiledRows {
  const folderOf = (holds: FolderDef['holds'], name: string) =>
    folders.find((folder) => folder.holds === holds && folder.name === name);
  return {
    Folder: folders.map(folderRow),
    Report: reports.map((report) => reportRow(report, folderOf('Report', report.folder), orgId)),
    Dashboard: dashboards.map((dashboard) =>
      dashboardRow(dashboard, folderOf('Dashboard', dashboard.folder), userIds),
    ),
  };
}

function folderId({ holds, name }: FolderDef): string {
  return declaredId('00l', `${holds}.${name}`);
}

function folderRow(folder: FolderDef): DeclaredRow {
  return {
    Id: folderId(folder),
    Name: folder.label.slice(0, LONGEST.name),
    DeveloperName: folder.name,
    AccessType: folder.access,
    IsReadonly: folder.isReadOnly,
    Type: folder.holds,
  };
}

function reportRow(report: ReportDef, folder: FolderDef | undefined, orgId: string): DeclaredRow {
  const isPublic = report.folder === PUBLIC_FOLDER;
  return {
    Id: declaredId('00O', `${report.folder}/${report.name}`),
    Name: report.label.slice(0, LONGEST.reportName),
    DeveloperName: report.name,
    Description: report.description?.slice(0, LONGEST.description) ?? null,
    Format: report.format ?? null,
    OwnerId: folder === undefined ? (isPublic ? orgId : null) : folderId(folder),
    FolderName: isPublic ? PUBLIC_NAMES.Report : (folder?.label ?? report.folder),
  };
}

function dashboardRow(
  dashboard: DashboardDef,
  folder: FolderDef | undefined,
  userIds: ReadonlyMap<string, string>,
): DeclaredRow {
  const isPublic = dashboard.folder === PUBLIC_FOLDER;
  return {
    Id: declaredId('01Z', `${dashboard.folder}/${dashboard.name}`),
    Title: dashboard.title.slice(0, LONGEST.name),
    DeveloperName: dashboard.name,
    Description: dashboard.description?.slice(0, LONGEST.description) ?? null,
    FolderId: folder === undefined ? null : folderId(folder),
    FolderName: isPublic ? PUBLIC_NAMES.Dashboard : (folder?.label ?? dashboard.folder),
    LeftSize: dashboard.left ?? null,
    MiddleSize: dashboard.middle ?? null,
    RightSize: dashboard.right ?? null,
    Type: dashboard.seenAs ?? null,
    RunningUserId: userIds.get(dashboard.runningUser?.toLowerCase() ?? '') ?? null,
  };
}
