import type { DescribedObject } from './pages.js';
import type { Send } from './sender.js';

const BASE = '/services/data/v67.0';

/** One page of a query; `nextRecordsUrl` is there while `done` is false. */
export interface QueryPage<Row> {
  readonly totalSize: number;
  readonly done: boolean;
  readonly records: readonly Row[];
  readonly nextRecordsUrl?: string;
}

/** What is told of every object; the keys the web apps read. */
export interface ObjectSummary {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly custom: boolean;
  readonly queryable: boolean;
  readonly createable: boolean;
}

/** The platform's data: SOQL and single records, as the Salesforce API has them. */
export function dataClient(send: Send) {
  const one = (object: string, id: string) =>
    `${BASE}/sobjects/${encodeURIComponent(object)}/${encodeURIComponent(id)}`;
  const query = <Row>(soql: string): Promise<QueryPage<Row>> =>
    send({ method: 'GET', path: `${BASE}/query`, query: { q: soql } });
  const queryMore = <Row>(nextRecordsUrl: string): Promise<QueryPage<Row>> =>
    send({ method: 'GET', path: nextRecordsUrl });

  return {
    query,
    queryMore,
    /** The rows of all pages. */
    async rows<Row>(soql: string): Promise<Row[]> {
      const rows: Row[] = [];
      let page = await query<Row>(soql);
      rows.push(...page.records);
      while (page.nextRecordsUrl !== undefined) {
        page = await queryMore<Row>(page.nextRecordsUrl);
        rows.push(...page.records);
      }
      return rows;
    },
    /** The objects the reader may know of. */
    objects: (): Promise<readonly ObjectSummary[]> =>
      send<{ sobjects: readonly ObjectSummary[] }>({ method: 'GET', path: `${BASE}/sobjects` }).then(
        (answer) => answer.sobjects,
      ),
    /** What an object is made of, as far as the reader may know. */
    describe: (object: string): Promise<DescribedObject> =>
      send({ method: 'GET', path: `${BASE}/sobjects/${encodeURIComponent(object)}/describe` }),
    /** One record: the fields named, else all the reader may see. */
    record: <Row>(object: string, id: string, fields?: readonly string[]): Promise<Row> =>
      send({ method: 'GET', path: one(object, id), query: { fields: fields?.join(',') } }),
    create: (object: string, values: object): Promise<{ readonly id: string }> =>
      send({ method: 'POST', path: `${BASE}/sobjects/${encodeURIComponent(object)}`, body: values }),
    update: (object: string, id: string, values: object): Promise<void> =>
      send({ method: 'PATCH', path: one(object, id), body: values }),
    /** The address at which a browser that is signed in gets the bytes of a document's version. */
    contentAddress: (versionId: string): string => `${one('ContentVersion', versionId)}/VersionData`,
    delete: (object: string, id: string): Promise<void> => send({ method: 'DELETE', path: one(object, id) }),
  };
}
