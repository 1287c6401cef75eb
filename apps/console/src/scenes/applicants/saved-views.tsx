import type { SavedView } from '@muster/client';
import {
  Button,
  ButtonRow,
  CheckIcon,
  Dialog,
  Form,
  Menu,
  type MenuGroup,
  PlusIcon,
  readProblem,
  StarIcon,
  TextField,
  Trash2Icon,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useDeleteView, useSavedViews, useSaveView } from '../../data/saved-views.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';
import { useWorkText } from '../../messages/work/use-work-text.js';
import { viewOf } from './applicant-filters.js';

const undoTime = 10_000;

/** Views of the list: choose one, save the filters in use as one, delete one's own. */
export function SavedViews() {
  const t = useWorkText();
  const [params] = useSearchParams();
  const { data: views = [] } = useSavedViews();
  const [isSaving, setSaving] = useState(false);
  const remove = useDelete();
  const current = viewOf(params);
  const active = views.find((view) => viewOf(new URLSearchParams(view.query)) === current);
  return (
    <>
      <Menu
        label={t('views.button')}
        trigger={<Button icon={StarIcon}>{active?.label ?? t('views.button')}</Button>}
        groups={[
          ...viewGroups(views, active, current, t),
          {
            id: 'change',
            actions: [
              {
                id: 'save',
                label: t('views.save'),
                icon: PlusIcon,
                isDisabled: current === '' || active !== undefined,
                onAction: () => setSaving(true),
              },
              ...(active?.mine
                ? [
                    {
                      id: 'delete',
                      label: t('views.delete', { name: active.label }),
                      icon: Trash2Icon,
                      onAction: () => remove(active),
                    },
                  ]
                : []),
            ],
          },
        ]}
      />
      {isSaving && <SaveDialog query={current} onClose={() => setSaving(false)} />}
    </>
  );
}

function viewGroups(
  views: readonly SavedView[],
  active: SavedView | undefined,
  current: string,
  t: ReturnType<typeof useWorkText>,
): readonly MenuGroup[] {
  const action = (view: SavedView) => ({
    id: view.id,
    label: view.label,
    icon: view.id === active?.id ? CheckIcon : undefined,
    href: `/applicants?${view.query}`,
  });
  const own = views.filter((view) => view.mine);
  const shared = views.filter((view) => !view.mine);
  return [
    {
      id: 'all',
      actions: [
        {
          id: 'all',
          label: t('views.all'),
          icon: current === '' ? CheckIcon : undefined,
          href: '/applicants',
        },
      ],
    },
    ...(own.length === 0 ? [] : [{ id: 'own', title: t('views.mine'), actions: own.map(action) }]),
    ...(shared.length === 0 ? [] : [{ id: 'shared', title: t('views.shared'), actions: shared.map(action) }]),
  ];
}

/** Deletes a view at once; for a while it can be brought back. */
function useDelete(): (view: SavedView) => void {
  const t = useWorkText();
  const toasts = useToasts();
  const remove = useDeleteView();
  const save = useSaveView();
  return (view) =>
    remove.mutate(
      { id: view.id },
      {
        onSuccess: () =>
          toasts.showUndo({
            kind: 'done',
            text: t('views.deleted', { name: view.label }),
            endsAt: Date.now() + undoTime,
            onTakeBack: () => save.mutate({ label: view.label, query: view.query }),
          }),
      },
    );
}

function SaveDialog({ query, onClose }: { readonly query: string; readonly onClose: () => void }) {
  const t = useWorkText();
  const frame = useFrameText();
  const toasts = useToasts();
  const save = useSaveView();
  const [label, setLabel] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    const name = label.trim();
    if (name === '') return;
    save.mutate(
      { label: name, query },
      {
        onSuccess: () => {
          toasts.show(t('views.saved', { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('views.dialog')} size="small">
      <Form onSubmit={submit} aria-label={t('views.dialog')}>
        <ProblemAlert problem={save.error && readProblem(save.error)} />
        <TextField
          label={t('views.name')}
          description={t('views.name.why')}
          value={label}
          onChange={setLabel}
          maxLength={80}
          autoFocus
          error={isTried && label.trim() === '' ? t('views.name.missing') : undefined}
        />
        <ButtonRow>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {frame('action.save')}
          </Button>
          <Button onPress={onClose}>{frame('action.cancel')}</Button>
        </ButtonRow>
      </Form>
    </Dialog>
  );
}
