/** Builds when a source file was added, removed or changed since the last build; ends the process when that fails. */
export function buildIfStale(root: URL): Promise<void>;
