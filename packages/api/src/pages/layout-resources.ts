import {
  describeCompactLayoutOf,
  describeCompactLayouts,
  describeLayout,
  describeLayoutOf,
  describeLayouts,
  layoutId,
  layoutsOf,
  madeLayout,
  type ObjectDef,
} from '@muster/metadata';
import { requireObject, requireRowId } from '../objects.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json } from '../responses.js';
import { describeContext } from '../rest/describe-context.js';

/** Salesforce's second layout of users; it is the same here as the first. */
const USER_ALT = 'useralt';

/** What the page of a record shows its reader: layouts and compact layouts, declared or made. */
export const layoutResources: readonly Resource[] = [
  ofObject('layouts', (call, object) => describeLayouts(object, describeContext(call), profileOf(call))),
  ofObject('layouts/:id', (call, object) => {
    const id = requireRowId(call.params.id ?? '');
    return describeLayoutOf(object, id, describeContext(call), profileOf(call));
  }),
  ofObject('namedlayouts/:name', describeNamed),
  ofObject('compactlayouts', (call, object) => describeCompactLayouts(object, describeContext(call))),
  ofObject('compactlayouts/primary', (call, object) => {
    const { compactLayouts, defaultCompactLayoutId } = describeCompactLayouts(object, describeContext(call));
    return compactLayouts.find(({ id }) => id === defaultCompactLayoutId);
  }),
  ofObject('compactlayouts/:id', (call, object) =>
    describeCompactLayoutOf(object, requireRowId(call.params.id ?? ''), describeContext(call)),
  ),
  // There are no approval processes yet, so no object has a layout for them.
  ofObject('approvallayouts', () => ({ approvalLayouts: [] })),
];

function ofObject(path: string, describe: (call: Call, object: ObjectDef) => unknown): Resource {
  return {
    path: `sobjects/:object/describe/${path}`,
    methods: {
      GET: (call) => {
        const described = describe(call, requireObject(call.session, call.params.object ?? ''));
        if (described === undefined) throw notFound();
        return json(described);
      },
    },
  };
}

function profileOf({ session }: Call): string {
  return session.principal.profile;
}

/** A layout by its name, whoever it is assigned to. */
function describeNamed(call: Call, object: ObjectDef) {
  const { snapshot, principal } = call.session;
  const wanted = (call.params.name ?? '').toLowerCase();
  const context = describeContext(call);
  const declared = layoutsOf(snapshot, object).find(({ name }) => name.toLowerCase() === wanted);
  const isAlternative = object.name === 'User' && wanted === USER_ALT;
  if (declared === undefined && !isAlternative) return undefined;
  const layout = declared ?? madeLayout(snapshot, object, principal.language);
  const id = declared === undefined ? null : layoutId(declared);
  const { recordTypeMappings, recordTypeSelectorRequired } = describeLayouts(
    object,
    context,
    profileOf(call),
  );
  return {
    layouts: [describeLayout({ id, layout }, object, context)],
    recordTypeMappings,
    recordTypeSelectorRequired,
  };
}
