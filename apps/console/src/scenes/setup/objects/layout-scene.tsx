import type { ComponentDescription } from '@muster/client';
import {
  Button,
  Dialog,
  EyeIcon,
  Form,
  PageHeader,
  PlusIcon,
  Skeleton,
  TextField,
  Toolbar,
  UndoIcon,
  useToasts,
} from '@muster/ui';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { useDescribedComponents } from '../../../data/setup-metadata.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { NotFoundScene } from '../../not-found/not-found-scene.js';
import { DeleteComponent } from './delete-component.js';
import type { FieldRow } from './field-rows.js';
import { fieldsOn, readLayout, writeLayout } from './layout.js';
import { CanvasSection, LayoutPalette } from './layout-canvas.js';
import { withNewSection } from './layout-moves.js';
import { LayoutPreview } from './layout-preview.js';
import { LayoutRelated } from './layout-related.js';
import { partName } from './parts-table.js';
import { SaveBar, SaveProblems } from './save-bar.js';
import { useHistory } from './use-history.js';
import { useLayoutGrab } from './use-layout-grab.js';
import { useLeaveGuard } from './use-leave-guard.js';
import { useObjectFields } from './use-object-fields.js';
import { useSave } from './use-save.js';
import './objects.css';
import './layout.css';

/** The page of a record: which fields stand where, and which lists follow. */
export function LayoutScene() {
  const { object = '', part = '' } = useParams();
  const layouts = useDescribedComponents('Layout', object);
  const fields = useObjectFields(object);
  return (
    <QueryView query={layouts} isPage skeleton={<Skeleton shape="page" />}>
      {(all) => {
        const layout = all.find((each) => partName(each, object) === part);
        if (part !== 'new' && layout === undefined) return <NotFoundScene />;
        return (
          <QueryView query={fields} isPage skeleton={<Skeleton shape="page" />}>
            {(rows) => (
              <LayoutEditor key={layout?.lastModifiedDate} object={object} layout={layout} fields={rows} />
            )}
          </QueryView>
        );
      }}
    </QueryView>
  );
}

const first = {
  layoutSections: [
    {
      customLabel: true,
      detailHeading: true,
      editHeading: true,
      style: 'TwoColumnsTopToBottom',
      layoutColumns: [{ layoutItems: [{ behavior: 'Required', field: 'Name' }] }, { layoutItems: [] }],
    },
  ],
};

function LayoutEditor({
  object,
  layout,
  fields,
}: {
  readonly object: string;
  readonly layout: ComponentDescription | undefined;
  readonly fields: readonly FieldRow[];
}) {
  const t = useSetupObjectsText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const [initial] = useState(() => readLayout(layout?.metadata ?? first));
  const history = useHistory(initial);
  const [name, setName] = useState(layout === undefined ? '' : partName(layout, object));
  const [isTried, setTried] = useState(false);
  const [isPreviewed, setPreviewed] = useState(false);
  const { value: draft } = history;
  const guard = useLeaveGuard(draft !== initial);
  const labelOf = useMemo(() => {
    const labels = new Map(fields.map((field) => [field.name, field.label]));
    return (field: string) => labels.get(field) ?? field;
  }, [fields]);
  const grab = useLayoutGrab(history, labelOf);
  const backHref = `/setup/objects/${object}/layouts`;
  const isNameless = name.trim() === '';
  const save = useSave({
    about: { type: 'Layout', fullName: `${object}-${name}` },
    elements: new Set(),
    build: () => {
      setTried(true);
      return isNameless
        ? undefined
        : {
            components: [
              { type: 'Layout', fullName: `${object}-${name.trim()}`, metadata: writeLayout(draft) },
            ],
          };
    },
    onSaved: () => {
      guard.release();
      toasts.show(t('saved', { label: name }));
      void navigate(backHref);
    },
  });
  const commit = (next: typeof draft) => {
    save.forget();
    history.commit(next);
  };
  const on = fieldsOn(draft);
  const nameFault = isTried && isNameless ? t('missing', { what: t('layout.name') }) : undefined;
  return (
    <>
      <PageHeader
        title={layout === undefined ? t('layout.new') : name}
        lead={object}
        back={{ href: backHref, label: t('tab.layouts') }}
        actions={
          layout !== undefined && (
            <DeleteComponent
              component={layout}
              label={name}
              loss={t('layout.delete.loss')}
              nextHref={backHref}
              onDeleted={guard.release}
            />
          )
        }
      />
      <Form onSubmit={save.save} aria-label={t('layout.editor')}>
        <SaveProblems save={save} missing={nameFault === undefined ? [] : [nameFault]} />
        {layout === undefined && (
          <TextField
            label={t('layout.name')}
            maxLength={80}
            value={name}
            onChange={setName}
            error={nameFault}
          />
        )}
        <Toolbar label={t('layout.editor')}>
          <Button size="small" icon={UndoIcon} isDisabled={!history.undo} onPress={() => history.undo?.()}>
            {t('undo')}
          </Button>
          <Button size="small" isDisabled={!history.redo} onPress={() => history.redo?.()}>
            {t('redo')}
          </Button>
          <Button size="small" icon={EyeIcon} onPress={() => setPreviewed(true)}>
            {t('layout.preview')}
          </Button>
        </Toolbar>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside come here */}
        <div className="setup-layout" onKeyDown={(event) => undoByKey(event, history)}>
          <LayoutPalette
            fields={fields.filter(({ name: each }) => each !== 'Id' && !on.has(each))}
            grab={grab}
          />
          <div className="setup-layout-sections">
            {draft.sections.map((section, index) => (
              <CanvasSection
                key={section.id}
                section={section}
                index={index}
                draft={draft}
                commit={commit}
                grab={grab}
                labelOf={labelOf}
              />
            ))}
            <div>
              <Button icon={PlusIcon} onPress={() => commit(withNewSection(draft, t('layout.section.new')))}>
                {t('layout.section.add')}
              </Button>
            </div>
          </div>
        </div>
        {grab.live}
        <LayoutRelated object={object} draft={draft} commit={commit} />
        <SaveBar save={save} cancelHref={backHref} />
      </Form>
      <Dialog
        isOpen={isPreviewed}
        onClose={() => setPreviewed(false)}
        title={t('layout.preview')}
        size="large"
      >
        <LayoutPreview draft={draft} labelOf={labelOf} />
      </Dialog>
      {guard.question}
    </>
  );
}

function undoByKey(
  event: KeyboardEvent,
  { undo, redo }: { readonly undo: (() => void) | undefined; readonly redo: (() => void) | undefined },
): void {
  const isText = event.target instanceof HTMLInputElement;
  if (isText || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
  event.preventDefault();
  event.stopPropagation();
  (event.shiftKey ? redo : undo)?.();
}
