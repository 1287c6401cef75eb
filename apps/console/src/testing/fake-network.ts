/** What the network carried: the operation's name and what was sent. */
export interface Call {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** An answer by value, or made from what was sent. */
export type Answer = object | ((input: Readonly<Record<string, unknown>>) => object | Promise<object>);

/** Marks an answer as a refusal of the server. */
export class Refusal {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    this.status = status;
    this.code = code;
  }
}

/** A network that answers operations by their name, the last part of their address; anything else is not found. */
export function fakeNetwork(answers: Readonly<Record<string, Answer>>): {
  readonly fetch: typeof fetch;
  readonly calls: readonly Call[];
} {
  const calls: Call[] = [];
  const answer: typeof fetch = async (address, request) => {
    const url = new URL(String(address), 'http://console.test');
    const name = url.pathname.split('/').at(-1) ?? '';
    const input = request?.body
      ? (JSON.parse(String(request.body)) as Call['input'])
      : Object.fromEntries(url.searchParams);
    calls.push({ name, input });
    const found = answers[name] ?? new Refusal(404, 'NOT_FOUND');
    return respond(typeof found === 'function' ? await found(input) : found);
  };
  return { fetch: answer, calls };
}

function respond(answer: object): Response {
  if (!(answer instanceof Refusal)) return Response.json(answer);
  return Response.json([{ errorCode: answer.code, message: `Refused: ${answer.code}`, fields: [] }], {
    status: answer.status,
  });
}
