import type { Send } from './sender.js';

/** Functions for the operations of one solution, at `/services/apexrest/<solution>/<name>`. */
export interface Operations {
  /** Reads what takes no parameters. */
  read<Answer>(name: string): () => Promise<Answer>;
  get<Query extends object, Answer>(name: string): (query: Query) => Promise<Answer>;
  post<Input extends object, Answer>(name: string, timeout?: number): (input: Input) => Promise<Answer>;
}

export function operationsOf(send: Send, solution: string): Operations {
  const path = (name: string) => `/services/apexrest/${solution}/${name}`;
  return {
    read: (name) => () => send({ method: 'GET', path: path(name) }),
    get: (name) => (query) => send({ method: 'GET', path: path(name), query }),
    post: (name, timeout) => (body) =>
      send({ method: 'POST', path: path(name), body, ...(timeout === undefined ? {} : { timeout }) }),
  };
}
