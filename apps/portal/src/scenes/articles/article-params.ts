/** The address of a search; what is empty is left out. */
export function articleParams(search: string, topic: string): URLSearchParams {
  const params = new URLSearchParams();
  if (search.trim() !== '') params.set('search', search.trim());
  if (topic !== '') params.set('topic', topic);
  return params;
}
