/** What folders hold: reports and dashboards, as far as their records tell of them. */
export interface FolderDef {
  /** Developer name. */
  readonly name: string;
  readonly label: string;
  readonly holds: 'Report' | 'Dashboard' | 'Email';
  /** `Public`, `Shared`, `Hidden`. */
  readonly access: string;
  readonly isReadOnly: boolean;
}

export interface ReportDef {
  /** Developer names of the report and of its folder. */
  readonly name: string;
  readonly folder: string;
  readonly label: string;
  readonly description?: string;
  /** `Tabular`, `Summary`, `Matrix`, `MultiBlock`. */
  readonly format?: string;
}

export interface DashboardDef {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  readonly description?: string;
  /** Widths of its columns. */
  readonly left?: string;
  readonly middle?: string;
  readonly right?: string;
  /** With whose rights it is seen: `SpecifiedUser`, `LoggedInUser`, `MyTeamUser`. */
  readonly seenAs?: string;
  /** Username, where that is one user. */
  readonly runningUser?: string;
}

export interface FiledMetadata {
  readonly folders: readonly FolderDef[];
  readonly reports: readonly ReportDef[];
  readonly dashboards: readonly DashboardDef[];
}
