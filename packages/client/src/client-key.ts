/**
 * A name for one submission: sent again with the same name, it is done once. Keep it until the answer is there. Works
 * on plain http too, where `crypto.randomUUID` does not.
 */
export function newClientKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
