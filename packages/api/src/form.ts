import type { ApiRequest } from './api-request.js';
import { readText } from './read-body.js';

/** Parameters of a form-encoded body; those of the query string where the body has none. */
export function readForm(request: ApiRequest): URLSearchParams {
  const form = new URLSearchParams(readText(request));
  for (const [name, value] of request.query) {
    if (!form.has(name)) form.append(name, value);
  }
  return form;
}
