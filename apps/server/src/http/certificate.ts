import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const DAYS = 825;

/** The certificate of the files named, else one made by the server itself and kept in the data folder. */
export async function loadCertificate(
  dataDir: string,
  { cert, key }: { readonly cert: string | undefined; readonly key: string | undefined },
  host: string,
): Promise<Certificate> {
  if (cert !== undefined && key !== undefined) {
    return { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') };
  }
  const folder = join(dataDir, 'tls');
  const paths = { cert: join(folder, 'tls.crt'), key: join(folder, 'tls.key') };
  const kept = await Promise.all([readFile(paths.cert, 'utf8'), readFile(paths.key, 'utf8')]).catch(
    () => undefined,
  );
  if (kept !== undefined) return { cert: kept[0], key: kept[1] };
  const made = await makeCertificate(host);
  await mkdir(folder, { recursive: true });
  await writeFile(paths.cert, made.cert);
  await writeFile(paths.key, made.key, { mode: 0o600 });
  return made;
}

async function makeCertificate(host: string): Promise<Certificate> {
  const { generate } = await import('selfsigned');
  const names = [...new Set(['localhost', ...(isIp(host) ? [] : [host])])];
  const addresses = [...new Set(['127.0.0.1', '::1', ...(isIp(host) ? [host] : [])])];
  const made = await generate([{ name: 'commonName', value: 'Muster on this machine' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + DAYS * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          ...addresses.map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  return { cert: made.cert, key: made.private };
}

function isIp(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':');
}
