import { dayInZone, type Id } from '@muster/kernel';
import { describeLayout, findField, type LayoutItem, type ObjectDef } from '@muster/metadata';
import { z } from 'zod';
import { presentUnsaved } from '../errors/present-rest.js';
import { requireObject, requireRowId, requireType } from '../objects.js';
import { readShape } from '../read-body.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json } from '../responses.js';
import { describeContext } from '../rest/describe-context.js';
import { onlyResult } from '../rest/rows.js';
import { contextValue, STANDARD_ACTIONS, type StandardAction, takesActivities } from './standard-actions.js';

const order = z.object({
  contextId: z.string().nullish(),
  record: z.record(z.string(), z.unknown()).default({}),
});

/** Quick actions, for the whole org and for an object: their list, form, first values, and doing one. */
export const quickActionResources: readonly Resource[] = [
  'quickactions',
  'sobjects/:object/quickactions',
].flatMap((path): Resource[] => [
  { path, methods: { GET: listActions } },
  { path: `${path}/:action`, methods: { GET: showAction, POST: runAction } },
  { path: `${path}/:action/describe`, methods: { GET: describeAction } },
  { path: `${path}/:action/defaultvalues`, methods: { GET: defaultValues } },
  { path: `${path}/:action/defaultvalues/:id`, methods: { GET: defaultValues } },
]);

/** The actions the caller may do: on any record, or on those of the object in the path. */
function actionsOf({ session, params }: Call): readonly StandardAction[] {
  const { object: name } = params;
  const object = name === undefined ? undefined : requireObject(session, name);
  if (object !== undefined && !takesActivities(session.snapshot, object)) return [];
  return STANDARD_ACTIONS.filter(({ target }) => {
    const made = session.snapshot.objects.get(target.toLowerCase());
    return made !== undefined && session.rights(made).create;
  });
}

function requireAction(call: Call): { readonly action: StandardAction; readonly target: ObjectDef } {
  const wanted = call.params.action?.toLowerCase();
  const action = actionsOf(call).find(({ name }) => name.toLowerCase() === wanted);
  if (action === undefined) throw notFound();
  return { action, target: requireType(call.session, action.target) };
}

function listActions(call: Call) {
  return json(actionsOf(call).map((action) => presentAction(call, action)));
}

function showAction(call: Call) {
  return json(presentAction(call, requireAction(call).action));
}

function presentAction({ session, params, basePath }: Call, action: StandardAction) {
  const above = params.object === undefined ? basePath : `${basePath}/sobjects/${params.object}`;
  const quickAction = `${above}/quickActions/${action.name}`;
  return {
    label: action.label(session.principal.language),
    name: action.name,
    type: action.type,
    urls: {
      defaultValues: `${quickAction}/defaultValues`,
      defaultValuesTemplate: `${quickAction}/defaultValues/{ID}`,
      describe: `${quickAction}/describe`,
      quickAction,
    },
  };
}

function describeAction(call: Call) {
  const { action, target } = requireAction(call);
  const context = describeContext(call);
  const label = action.label(call.session.principal.language);
  const columns = [action.fields.map((field): LayoutItem => ({ field, behavior: 'Edit' }))];
  const section = { label, style: 'OneColumn', detailHeading: false, editHeading: false, columns };
  const form = { object: target.name, name: action.name, sections: [section], relatedLists: [] };
  const { editLayoutSections } = describeLayout({ id: null, layout: form }, target, context);
  return json({
    accessLevelRequired: null,
    canvasApplicationName: null,
    colors: [],
    contextSobjectType: call.params.object ?? null,
    defaultValues: [],
    flowDevName: null,
    flowRecordIdVar: null,
    height: null,
    iconName: null,
    iconUrl: null,
    icons: [],
    label,
    layout: { layoutRows: editLayoutSections.flatMap(({ layoutRows }) => layoutRows), name: action.name },
    lightningComponentBundleId: null,
    lightningComponentQualifiedName: null,
    miniIconUrl: null,
    name: action.name,
    showQuickActionLcHeader: false,
    showQuickActionVfHeader: false,
    targetParentField: null,
    targetRecordTypeId: null,
    targetSobjectType: target.name,
    type: action.type,
    visualforcePageName: null,
    visualforcePageUrl: null,
    width: null,
  });
}

/** The form as it opens: empty, but for the record it is opened on. */
function defaultValues(call: Call) {
  const { action, target } = requireAction(call);
  const { id } = call.params;
  const contextId = id === undefined ? undefined : requireRowId(id);
  const values = Object.fromEntries(action.fields.map((name) => [name, null]));
  return json({
    attributes: { type: target.name },
    ...values,
    ...readableOnly(call, target, action.fixed(today(call))),
    ...contextValue(call.session.snapshot, contextId),
  });
}

/** `{ contextId, record }`: makes the record, about the one at hand. */
async function runAction(call: Call) {
  const { action, target } = requireAction(call);
  const { contextId, record } = readShape(call.request, order);
  const about: Id | undefined = contextId ? requireRowId(contextId) : undefined;
  const values = {
    ...action.fixed(today(call)),
    ...contextValue(call.session.snapshot, about),
    ...withoutAttributes(record),
  };
  const existing = Object.fromEntries(
    Object.entries(values).filter(([name]) => name in record || findField(target, name) !== undefined),
  );
  const result = onlyResult(await call.session.insert(target.name, [{ values: existing }]));
  if (!result.success) return presentUnsaved(result.errors);
  return json(
    {
      contextId: about ?? null,
      created: true,
      errors: [],
      feedItemIds: [],
      id: result.id,
      success: true,
      successMessage: null,
    },
    201,
  );
}

function withoutAttributes({ attributes: _, ...record }: Readonly<Record<string, unknown>>) {
  return record;
}

function readableOnly({ session }: Call, target: ObjectDef, values: Readonly<Record<string, unknown>>) {
  const rights = session.rights(target);
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => findField(target, name) !== undefined && rights.field(name).read,
    ),
  );
}

function today({ session }: Call): string {
  return dayInZone(session.now(), session.principal.timeZone);
}
