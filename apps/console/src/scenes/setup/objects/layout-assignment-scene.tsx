import type { ComponentDescription } from '@muster/client';
import { EmptyState, Form, PageHeader, Select, Skeleton, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { useDescribedComponents } from '../../../data/setup-metadata.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { textOf } from './elements.js';
import { assignmentComponents, assignmentKey, readAssignments } from './layout-assignment.js';
import { partName } from './parts-table.js';
import { SaveBar, SaveProblems } from './save-bar.js';
import { useLeaveGuard } from './use-leave-guard.js';
import { useSave } from './use-save.js';
import './objects.css';

interface Assignable {
  readonly profiles: readonly ComponentDescription[];
  readonly layouts: readonly ComponentDescription[];
  readonly recordTypes: readonly ComponentDescription[];
}

/** Which layout people of each profile get for records of each type. */
export function LayoutAssignmentScene() {
  const { object = '' } = useParams();
  const t = useSetupObjectsText();
  const profiles = useDescribedComponents('Profile');
  const layouts = useDescribedComponents('Layout', object);
  const recordTypes = useDescribedComponents('RecordType', object);
  const failed = [profiles, layouts, recordTypes].find(({ isError }) => isError) ?? profiles;
  const data: Assignable | undefined =
    profiles.data && layouts.data && recordTypes.data
      ? { profiles: profiles.data, layouts: layouts.data, recordTypes: recordTypes.data }
      : undefined;
  return (
    <>
      <PageHeader
        title={t('layout.assignment')}
        lead={object}
        back={{ href: `/setup/objects/${object}/layouts`, label: t('tab.layouts') }}
      />
      <QueryView
        query={{ data, error: failed.error, isPending: !failed.isError, refetch: failed.refetch }}
        skeleton={<Skeleton shape="rows" count={6} />}
      >
        {(given) =>
          given.layouts.length === 0 ? (
            <EmptyState title={t('layout.assignment')}>{t('layout.none')}</EmptyState>
          ) : (
            <AssignmentForm object={object} given={given} />
          )
        }
      </QueryView>
    </>
  );
}

function AssignmentForm({ object, given }: { readonly object: string; readonly given: Assignable }) {
  const t = useSetupObjectsText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const [before] = useState(() => readAssignments(given.profiles, object));
  const [after, setAfter] = useState(before);
  const guard = useLeaveGuard(after !== before);
  const backHref = `/setup/objects/${object}/layouts`;
  const save = useSave({
    about: { type: 'Profile', fullName: '' },
    elements: new Set(),
    build: () => ({ components: assignmentComponents(before, after) }),
    onSaved: () => {
      guard.release();
      toasts.show(t('saved', { label: t('layout.assignment') }));
      void navigate(backHref);
    },
  });
  const types = [
    { fullName: '', label: t('layout.assignment.none') },
    ...given.recordTypes.map((type) => ({
      fullName: type.fullName,
      label: textOf(type.metadata, 'label') || partName(type, object),
    })),
  ];
  const options = given.layouts.map((layout) => ({
    value: layout.fullName,
    label: partName(layout, object),
  }));
  return (
    <Form onSubmit={save.save} aria-label={t('layout.assignment')}>
      <SaveProblems save={save} missing={[]} />
      <section
        className="mu-table-scroll"
        data-short
        aria-label={t('layout.assignment')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable with the keyboard
        tabIndex={0}
      >
        <table className="mu-table">
          <thead>
            <tr>
              <th scope="col">{t('layout.assignment.profile')}</th>
              {types.map(({ fullName, label }) => (
                <th key={fullName} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {given.profiles.map(({ fullName: profile }) => (
              <tr key={profile}>
                <th scope="row">{profile}</th>
                {types.map(({ fullName: type, label }) => (
                  <td key={type}>
                    <Select
                      label={t('layout.assignment.of', { profile, type: label })}
                      isLabelHidden
                      isOptional
                      placeholder={t('layout.assignment.first')}
                      options={options}
                      value={after.get(assignmentKey(profile, type)) ?? null}
                      onChange={(layout) => {
                        save.forget();
                        setAfter(new Map(after).set(assignmentKey(profile, type), layout));
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <SaveBar save={save} cancelHref={backHref} />
      {guard.question}
    </Form>
  );
}
