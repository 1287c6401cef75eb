/** How a deploy of a component is laid over what the org has of it. */
export type MergeRule =
  /** The file is the whole component. */
  | 'replace'
  /** What the file names is set; what it does not name stays: objects, which many projects extend. */
  | 'byElement'
  /** As `byElement`, and entries of a list are told apart by their key: rights of a profile. */
  | 'byEntry';

/** A part of another component: a field of an object, a label among the labels. */
export interface ChildPlace {
  /** Name of the type it is a part of. */
  readonly type: string;
  /** Name of the element that holds it in the parent's file. */
  readonly element: string;
  /** Where the source format gives it a file of its own: the folder beside the parent's file, '' for that one itself. */
  readonly ownFileIn?: string;
  /** Element that holds its name. */
  readonly nameElement: 'fullName' | 'name';
  /** Whether its full name is that of the parent, a dot and its own. */
  readonly isQualified: boolean;
}

/** A type of the Metadata API. */
export interface MetadataType {
  /** `CustomObject`. */
  readonly name: string;
  /** Folder of its files; undefined for parts of others. */
  readonly folder: string | undefined;
  /** What follows the name of a file, `object` in `X.object` and `X.object-meta.xml`. */
  readonly suffix: string;
  readonly merge: MergeRule;
  readonly child?: ChildPlace;
  /** The type of the folders its components lie in: `ReportFolder` of `Report`. */
  readonly folderType?: string;
  /** The type whose list in a package.xml names it, if not its own: `Report` for a `ReportFolder`. */
  readonly listedAs?: string;
  /** Whether a component has a text besides its description: the body of an e-mail template. */
  readonly hasBody?: true;
  /** Whether its file holds nothing but children. */
  readonly isContainer?: true;
  /** Why components of the type are passed over by a deploy; undefined for those that are kept. */
  readonly skipped?: string;
}
