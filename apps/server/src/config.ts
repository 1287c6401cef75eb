import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder of the project: `apps/server/{src,dist}` lies three levels below it. */
export const PROJECT_FOLDER = fileURLToPath(new URL('../../../', import.meta.url));

const port = z.coerce.number().int().min(0).max(65_535);
const unset = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape);

/** Every environment variable Muster reads; `docs/config.md` describes them. */
export const environment = z.object({
  PORT: unset(port.default(8080)),
  HOST: unset(z.string().default('127.0.0.1')),
  HTTPS_PORT: unset(port.optional()),
  TLS_CERT: unset(z.string().optional()),
  TLS_KEY: unset(z.string().optional()),
  MUSTER_PUBLIC_URL: unset(z.url({ protocol: /^https?$/ }).optional()),
  TRUST_PROXY: unset(
    z
      .string()
      .regex(
        /^(true|false|\d{1,2}|[0-9a-fA-F.:/, ]+)$/,
        'must be true, a number of proxies or a list of addresses',
      )
      .default('false'),
  ),
  DATABASE_URL: unset(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  MUSTER_DATA_DIR: unset(z.string().optional()),
  SMTP_URL: unset(z.url({ protocol: /^smtps?$/ }).optional()),
  MUSTER_MAIL_FROM: unset(z.string().default('Muster <no-reply@localhost>')),
  MUSTER_ADMIN_USERNAME: unset(z.string().min(3).max(80).optional()),
  MUSTER_ADMIN_PASSWORD: unset(z.string().min(12, 'must have at least 12 characters').max(256).optional()),
  MUSTER_DEMO: unset(
    z
      .string()
      .regex(/^(off|small|[1-9]\d{0,6})$/, 'must be off, small or a number of applications')
      .optional(),
  ),
  MUSTER_DEMO_PASSWORD: unset(z.string().min(12, 'must have at least 12 characters').max(256).optional()),
  MUSTER_METRICS_TOKEN: unset(
    z
      .string()
      .regex(/^[\w.~+/=-]{16,256}$/, 'must have 16 to 256 letters, digits and . _ ~ + / = -')
      .optional(),
  ),
  MUSTER_STOP_DELAY: unset(z.coerce.number().int().min(0).max(300).default(0)),
  LOG_LEVEL: unset(z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info')),
});

/** How much of the demo agency to load. */
export type DemoSize = 'off' | 'small' | number;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly https:
    | { readonly port: number; readonly cert: string | undefined; readonly key: string | undefined }
    | undefined;
  /** Address people and links use; undefined for the address listened on. */
  readonly publicUrl: string | undefined;
  /** In Fastify's terms. */
  readonly trustProxy: boolean | number | string;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly admin: { readonly username: string; readonly password: string } | undefined;
  readonly demo: DemoSize;
  readonly demoPassword: string | undefined;
  /** What `/metrics` asks for; undefined when it is closed. */
  readonly metricsToken: string | undefined;
  /** Milliseconds between saying "not ready" and taking no more connections. */
  readonly stopDelay: number;
  readonly logLevel: string;
}

/** A configuration that cannot be used; the message is a list for whoever set it. */
export class ConfigError extends Error {}

/**
 * Reads the configuration from environment variables. `demo` is the size of the demo when MUSTER_DEMO does not say.
 * @throws ConfigError with one line per variable that is wrong
 */
export function readConfig(variables: NodeJS.ProcessEnv, demo: DemoSize = 'off'): Config {
  const result = environment.safeParse(variables);
  const problems = result.success
    ? findConflicts(result.data, variables)
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!result.success || problems.length > 0) {
    throw new ConfigError(
      `The configuration cannot be used:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return toConfig(result.data, demo);
}

function findConflicts(env: z.output<typeof environment>, variables: NodeJS.ProcessEnv): readonly string[] {
  const problems: string[] = [];
  if ((env.MUSTER_ADMIN_USERNAME === undefined) !== (env.MUSTER_ADMIN_PASSWORD === undefined)) {
    problems.push('MUSTER_ADMIN_USERNAME, MUSTER_ADMIN_PASSWORD: set both or neither');
  }
  if ((env.TLS_CERT === undefined) !== (env.TLS_KEY === undefined)) {
    problems.push('TLS_CERT, TLS_KEY: set both or neither; each is the path of a PEM file');
  }
  if (env.TLS_CERT !== undefined && env.HTTPS_PORT === undefined) {
    problems.push('TLS_CERT: set HTTPS_PORT as well, the port of the TLS listener');
  }
  const s3 = Object.keys(variables).find((name) => name.startsWith('S3_') && variables[name] !== '');
  if (s3 !== undefined)
    problems.push(`${s3}: files are kept in the data folder in this version; S3 comes later`);
  return problems;
}

function toConfig(env: z.output<typeof environment>, demo: DemoSize): Config {
  const { MUSTER_ADMIN_USERNAME: username, MUSTER_ADMIN_PASSWORD: password } = env;
  return {
    port: env.PORT,
    host: env.HOST,
    https:
      env.HTTPS_PORT === undefined
        ? undefined
        : { port: env.HTTPS_PORT, cert: env.TLS_CERT, key: env.TLS_KEY },
    publicUrl: env.MUSTER_PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: readTrustProxy(env.TRUST_PROXY),
    databaseUrl: env.DATABASE_URL,
    dataDir:
      env.MUSTER_DATA_DIR === undefined ? resolve(PROJECT_FOLDER, '.muster') : resolve(env.MUSTER_DATA_DIR),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MUSTER_MAIL_FROM,
    admin: username === undefined || password === undefined ? undefined : { username, password },
    demo: readDemo(env.MUSTER_DEMO) ?? demo,
    demoPassword: env.MUSTER_DEMO_PASSWORD,
    metricsToken: env.MUSTER_METRICS_TOKEN,
    stopDelay: env.MUSTER_STOP_DELAY * 1000,
    logLevel: env.LOG_LEVEL,
  };
}

function readDemo(text: string | undefined): DemoSize | undefined {
  return text === undefined || text === 'off' || text === 'small' ? text : Number(text);
}

function readTrustProxy(text: string): boolean | number | string {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d{1,2}$/.test(text) ? Number(text) : text;
}
