import { findObject, hasStandardTab, type ObjectDef, objectLabelPlural } from '@muster/metadata';
import type { Session } from '@muster/records';
import type { Resource } from '../resource.js';
import { json } from '../responses.js';

/** Places in the navigation, and what they look like: Muster draws its own icons, so no object has colours or images. */
export const tabResources: readonly Resource[] = [
  { path: 'tabs', methods: { GET: ({ session, request }) => json(tabsOf(session, request.origin)) } },
  { path: 'theme', methods: { GET: ({ session }) => json({ themeItems: themeItems(session) }) } },
];

interface TabEntry {
  readonly name: string;
  readonly label: string;
  readonly object: ObjectDef | undefined;
  readonly custom: boolean;
}

/** The tabs the caller sees: those an org declares, and the standard ones of objects the caller may read. */
export function tabsOf(session: Session, origin: string) {
  return tabEntries(session).map(({ name, label, object, custom }) => ({
    colors: [],
    custom,
    iconUrl: null,
    icons: [],
    label,
    miniIconUrl: null,
    name,
    sobjectName: object?.name ?? '',
    timeZone: null,
    url: object === undefined ? null : `${origin}/console/o/${object.name}`,
  }));
}

function tabEntries(session: Session): readonly TabEntry[] {
  const { snapshot } = session;
  const plural = (object: ObjectDef) => objectLabelPlural(snapshot, object, session.principal.language);
  const standard = [...snapshot.objects.values()]
    .filter(hasStandardTab)
    .map((object) => ({ name: `standard-${object.name}`, label: plural(object), object, custom: false }));
  const declared = (snapshot.pages?.tabs ?? []).flatMap(({ name, label, isObject }): TabEntry[] => {
    const object = isObject ? findObject(snapshot, name) : undefined;
    if (isObject && object === undefined) return [];
    return [{ name, label: label ?? (object === undefined ? name : plural(object)), object, custom: true }];
  });
  const isHidden = hiddenTabs(session);
  return [...standard, ...declared]
    .filter(({ name, object }) => (object === undefined || session.rights(object).read) && !isHidden(name))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** A tab is hidden where a profile or permission set of the caller says so and none of them shows it. */
function hiddenTabs({ snapshot, principal }: Session): (name: string) => boolean {
  const granted = [
    snapshot.profiles.get(principal.profile.toLowerCase()),
    ...principal.permissionSets.map((name) => snapshot.permissionSets.get(name.toLowerCase())),
  ];
  const said = granted.flatMap((set) => set?.tabs ?? []);
  return (name) => {
    const own = said.filter(({ tab }) => tab.toLowerCase() === name.toLowerCase());
    return own.length > 0 && own.every(({ visible }) => !visible);
  };
}

function themeItems(session: Session) {
  return [...session.snapshot.objects.values()]
    .filter((object) => session.rights(object).read)
    .map(({ name }) => ({ colors: null, icons: null, name }));
}
