const MOST = 40;

/** The API name a label suggests: `Boat Check` → `Boat_Check`; '' where nothing of it can stand in one. */
export function proposeApiName(label: string): string {
  const plain = label
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '');
  return plain.slice(0, MOST).replace(/_+$/, '');
}

/** Whether a name, without the `__c` that is added, can be that of an object, a field or a part. */
export function isApiName(name: string): boolean {
  return /^[A-Za-z](_?[A-Za-z0-9])*$/.test(name) && name.length <= MOST;
}
