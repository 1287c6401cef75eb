import { useSearchParams } from 'react-router';

/** Where to go after signing in: a path of this site, so that no link can lead a person elsewhere. */
export function safeNextPath(next: string | null, otherwise: string): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : otherwise;
}

/** The path asked for in `?next=`, or undefined. */
export function useNextPath(): string | undefined {
  const [params] = useSearchParams();
  const next = params.get('next');
  return next === null ? undefined : safeNextPath(next, '/');
}

/** An address that carries where to go on afterwards. */
export function withNext(path: string, next: string | undefined): string {
  return next === undefined ? path : `${path}?${new URLSearchParams({ next })}`;
}
