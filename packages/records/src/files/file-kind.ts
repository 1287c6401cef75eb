export interface FileKind {
  /** Without the dot, in lower case; null for a name without one. */
  readonly extension: string | null;
  /** The name of the kind in `FileType`. */
  readonly type: string;
}

/** `FileType` by extension (Object Reference, ContentVersion). */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    csv: 'CSV',
    doc: 'WORD',
    docx: 'WORD_X',
    gif: 'GIF',
    heic: 'HEIC',
    htm: 'HTML',
    html: 'HTML',
    jpeg: 'JPG',
    jpg: 'JPG',
    pdf: 'PDF',
    png: 'PNG',
    ppt: 'POWER_POINT',
    pptx: 'POWER_POINT_X',
    svg: 'SVG',
    txt: 'TEXT',
    xls: 'EXCEL',
    xlsx: 'EXCEL_X',
    xml: 'XML',
    zip: 'ZIP',
  }),
);

/** What a file is by the extension of its name; `UNKNOWN` for kinds without a name of their own. */
export function fileKind(fileName: string): FileKind {
  const extension = /\.([A-Za-z0-9]{1,40})$/.exec(fileName)?.[1]?.toLowerCase() ?? null;
  return { extension, type: TYPES.get(extension ?? '') ?? 'UNKNOWN' };
}
