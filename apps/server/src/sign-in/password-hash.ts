import { hash, verify } from '@node-rs/argon2';

/**
 * Parameters of new hashes, from the OWASP Password Storage Cheat Sheet: Argon2id (the library's default), 19 MiB,
 * two passes, one lane. A stored hash carries its own, so raising these leaves old passwords valid.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes computed at a time: more would only take memory and the cores from everyone else. */
const CONCURRENCY = 2;

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(storedHash: string, password: string): Promise<boolean>;
}

/** Argon2id with a bound on how many hashes are computed at once; others wait their turn. */
export function createPasswordHasher(): PasswordHasher {
  const inTurn = createTurnstile(CONCURRENCY);
  return {
    hash: (password) => inTurn(() => hash(normalise(password), PARAMETERS)),
    verify: (storedHash, password) =>
      inTurn(() => verify(storedHash, normalise(password)).catch(() => false)),
  };
}

/** One password typed on two keyboards may differ in how accents are composed (NIST SP 800-63B, 3.1.1.2). */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

function createTurnstile(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free === 0) await new Promise<void>((enter) => waiting.push(enter));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
