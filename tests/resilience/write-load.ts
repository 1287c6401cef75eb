import { setTimeout as sleep } from 'node:timers/promises';

const BATCH = 200;
const CREATORS = 4;
const BATCHERS = 2;
/** Milliseconds a client waits before it tries again. */
const PAUSE = 200;
const BASE = '/services/data/v60.0';

/** What was asked of the server in one round, and what it said. */
export interface Said {
  /** Ids by the name of the record, for creates that were acknowledged. */
  readonly created: ReadonlyMap<string, string>;
  /** Batches of 200 that were sent: whether they were acknowledged. */
  readonly batches: ReadonlyMap<string, boolean>;
}

export interface WriteLoad {
  /** Ends the load; creates that got no answer are repeated with their key until they get one. */
  stop(): Promise<Said>;
}

/** Signs in as the administrator, by SOAP. */
export async function signIn(url: string, admin: { username: string; password: string }): Promise<string> {
  const body = `<?xml version="1.0"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>
<n1:login xmlns:n1="urn:partner.soap.sforce.com"><n1:username>${admin.username}</n1:username>
<n1:password>${admin.password}</n1:password></n1:login></env:Body></env:Envelope>`;
  const response = await fetch(`${url}/services/Soap/u/60.0`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: 'login' },
    body,
  });
  const token = /<sessionId>([^<]+)/.exec(await response.text())?.[1];
  if (token === undefined) throw new Error(`The administrator could not sign in (${response.status}).`);
  return token;
}

/** Creates single records under client keys, and batches of 200 of which all or none are to be saved, without pause. */
export function startWriting(url: string, token: string, round: string): WriteLoad {
  const created = new Map<string, string>();
  const batches = new Map<string, boolean>();
  let isOver = false;
  let next = 0;

  const createUntilAnswered = async (name: string): Promise<void> => {
    for (;;) {
      const answer = await post(url, token, '/sobjects/Account', { Name: name }, { 'idempotency-key': name });
      if (answer?.status === 201) {
        created.set(name, (answer.body as { id: string }).id);
        return;
      }
      if (answer !== undefined && answer.status < 500) {
        throw new Error(`${name} was refused: ${JSON.stringify(answer.body)}`);
      }
      await sleep(PAUSE);
    }
  };
  const creator = async () => {
    while (!isOver) {
      next += 1;
      await createUntilAnswered(`${round}-${next}`);
    }
  };
  const batcher = async () => {
    while (!isOver) {
      next += 1;
      const name = `${round}-b${next}`;
      batches.set(name, false);
      const records = Array.from({ length: BATCH }, () => ({ attributes: { type: 'Account' }, Name: name }));
      const answer = await post(url, token, '/composite/sobjects', { allOrNone: true, records });
      const results = Array.isArray(answer?.body) ? (answer.body as { success?: boolean }[]) : [];
      batches.set(name, results.length === BATCH && results.every(({ success }) => success === true));
      if (answer?.status !== 200) await sleep(PAUSE);
    }
  };
  const running = Promise.all([
    ...Array.from({ length: CREATORS }, creator),
    ...Array.from({ length: BATCHERS }, batcher),
  ]);
  running.catch(() => undefined);
  return {
    async stop() {
      isOver = true;
      await running;
      return { created, batches };
    },
  };
}

/** What is wrong between what the server said and what it has; empty when nothing is. */
export async function findLosses(
  url: string,
  token: string,
  round: string,
  said: Said,
): Promise<readonly string[]> {
  const counts = new Map<string, string[]>();
  const query = `SELECT Id, Name FROM Account WHERE Name LIKE '${round}-%'`;
  let path: string | undefined = `${BASE}/query?q=${encodeURIComponent(query)}`;
  while (path !== undefined) {
    const response: Response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    const page = (await response.json()) as {
      records: { Id: string; Name: string }[];
      nextRecordsUrl?: string;
    };
    for (const { Id, Name } of page.records) counts.set(Name, [...(counts.get(Name) ?? []), Id]);
    path = page.nextRecordsUrl;
  }
  const losses: string[] = [];
  for (const [name, id] of said.created) {
    const ids = counts.get(name) ?? [];
    if (ids.length !== 1 || ids[0] !== id)
      losses.push(`${name} was acknowledged as ${id} and is ${ids.join(', ')}`);
  }
  for (const [name, isAcknowledged] of said.batches) {
    const count = counts.get(name)?.length ?? 0;
    if (count !== BATCH && (isAcknowledged || count !== 0)) {
      losses.push(`${name} was ${isAcknowledged ? '' : 'not '}acknowledged and has ${count} records`);
    }
  }
  return losses;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Undefined when there was no answer. */
async function post(
  url: string,
  token: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer | undefined> {
  try {
    const response = await fetch(`${url}${BASE}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  } catch {
    return undefined;
  }
}
