import type { ComponentDescription } from '@muster/client';
import { Card, Checkbox, Form, PageHeader, Select, Skeleton, useToasts } from '@muster/ui';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { type Elements, useDescribedComponents } from '../../../data/setup-metadata.js';
import { partOf, useDescribedObject } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { NotFoundScene } from '../../not-found/not-found-scene.js';
import { type Dependency, readDependency, withCell, withDependency } from './dependency.js';
import { textOf } from './elements.js';
import { type Picklist, picklistsOf } from './record-type.js';
import { SaveBar, SaveProblems } from './save-bar.js';
import { useLeaveGuard } from './use-leave-guard.js';
import { useSave } from './use-save.js';
import './objects.css';

const NONE = '-';

/** Which values of a picklist may be chosen under which values of another. */
export function DependencyScene() {
  const { object = '', field = '' } = useParams();
  const fields = useDescribedComponents('CustomField', object);
  const sets = useDescribedComponents('GlobalValueSet');
  return (
    <QueryView query={fields} isPage skeleton={<Skeleton shape="page" />}>
      {(all) => {
        const component = all.find(({ fullName }) => partOf(fullName) === field);
        if (component === undefined) return <NotFoundScene />;
        if (sets.data === undefined) return <Skeleton shape="page" />;
        const globalSets = new Map(sets.data.map(({ fullName, metadata }) => [fullName, metadata]));
        return (
          <DependencyForm
            key={component.lastModifiedDate}
            object={object}
            component={component}
            fields={all}
            globalSets={globalSets}
          />
        );
      }}
    </QueryView>
  );
}

function DependencyForm({
  object,
  component,
  fields,
  globalSets,
}: {
  readonly object: string;
  readonly component: ComponentDescription;
  readonly fields: readonly ComponentDescription[];
  readonly globalSets: ReadonlyMap<string, Elements>;
}) {
  const t = useSetupObjectsText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const { data: described } = useDescribedObject(object);
  const { fullName, metadata } = component;
  const [initial] = useState(() => readDependency(metadata));
  const [dependency, setDependency] = useState(initial);
  const guard = useLeaveGuard(dependency !== initial);
  const picklists = useMemo(
    () => picklistsOf(fields, described?.fields ?? [], globalSets),
    [fields, described, globalSets],
  );
  const own = picklists.find(({ name }) => name === partOf(fullName));
  const controlling = picklists.find(({ name }) => name === dependency.controllingField);
  const label = textOf(metadata, 'label');
  const backHref = `/setup/objects/${object}/fields/${partOf(fullName)}`;
  const save = useSave({
    about: component,
    elements: new Set(),
    build: () => ({
      components: [{ type: 'CustomField', fullName, metadata: withDependency(metadata, dependency) }],
    }),
    onSaved: () => {
      guard.release();
      toasts.show(t('saved', { label }));
      void navigate(backHref);
    },
  });
  const change = (next: Dependency) => {
    save.forget();
    setDependency(next);
  };
  return (
    <>
      <PageHeader title={t('dependency.title', { label })} back={{ href: backHref, label }} />
      <Form onSubmit={save.save} aria-label={t('dependency.title', { label })}>
        <SaveProblems save={save} missing={[]} />
        <Card title={t('dependency.controlling')}>
          <Select
            label={t('dependency.controlling.field')}
            description={t('dependency.what')}
            options={[
              { value: NONE, label: t('dependency.none') },
              ...picklists
                .filter(({ name }) => name !== partOf(fullName))
                .map(({ name, label: text }) => ({ value: name, label: text })),
            ]}
            value={dependency.controllingField || NONE}
            onChange={(name) => change({ controllingField: name === NONE ? '' : name, validFor: new Map() })}
          />
        </Card>
        {own !== undefined && controlling !== undefined && (
          <Matrix own={own} controlling={controlling} dependency={dependency} onChange={change} />
        )}
        <SaveBar save={save} cancelHref={backHref} />
      </Form>
      {guard.question}
    </>
  );
}

function Matrix({
  own,
  controlling,
  dependency,
  onChange,
}: {
  readonly own: Picklist;
  readonly controlling: Picklist;
  readonly dependency: Dependency;
  readonly onChange: (next: Dependency) => void;
}) {
  const t = useSetupObjectsText();
  const caption = t('dependency.matrix', { label: own.label, controlling: controlling.label });
  return (
    <section
      className="mu-table-scroll"
      data-short
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable with the keyboard
      tabIndex={0}
    >
      <table className="mu-table">
        <caption className="mu-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{own.label}</th>
            {controlling.values.map(({ value, label }) => (
              <th key={value} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {own.values.map((row) => (
            <tr key={row.value}>
              <th scope="row">{row.label}</th>
              {controlling.values.map((column) => (
                <td key={column.value}>
                  <Checkbox
                    isSelected={dependency.validFor.get(row.value)?.has(column.value) ?? false}
                    onChange={(isValid) => onChange(withCell(dependency, row.value, column.value, isValid))}
                  >
                    <span className="mu-visually-hidden">
                      {t('dependency.cell', { value: row.label, controlling: column.label })}
                    </span>
                  </Checkbox>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
