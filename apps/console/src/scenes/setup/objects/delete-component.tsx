import type { ComponentName } from '@muster/client';
import {
  Button,
  ButtonRow,
  Dialog,
  ErrorSummary,
  Form,
  readProblem,
  TextField,
  Trash2Icon,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useChangeMetadata } from '../../../data/setup-metadata.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { deployProblems, noProblems } from './deploy-problems.js';

export interface DeleteComponentProps {
  readonly component: ComponentName;
  readonly label: string;
  /** What has to be typed before it is deleted; nothing for what holds no records. */
  readonly typed?: string | undefined;
  /** What is lost with it. */
  readonly loss: string;
  /** Goes with it where it is there. */
  readonly deletions?: readonly ComponentName[] | undefined;
  readonly nextHref: string;
  readonly onDeleted?: (() => void) | undefined;
}

/** Deletes a component after saying what is lost. */
export function DeleteComponent(props: DeleteComponentProps) {
  const t = useSetupObjectsText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={Trash2Icon} onPress={() => setOpen(true)}>
        {t('delete')}
      </Button>
      {isOpen && <DeleteDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function DeleteDialog({
  component,
  label,
  typed,
  loss,
  deletions = [],
  nextHref,
  onDeleted,
  onClose,
}: DeleteComponentProps & { readonly onClose: () => void }) {
  const t = useSetupObjectsText();
  const frame = useFrameText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const { save: change } = useChangeMetadata();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const isTyped = typed === undefined || text.trim() === typed;
  const submit = () => {
    setTried(true);
    if (!isTyped) return;
    change.mutate(
      { deletions: [component, ...deletions] },
      {
        onSuccess: (result) => {
          if (!result.success) return;
          onDeleted?.();
          toasts.show(t('deleted', { label }));
          void navigate(nextHref);
        },
      },
    );
  };
  const refused =
    change.data === undefined ? noProblems : deployProblems(change.data, component, new Set<string>());
  return (
    <Dialog isOpen onClose={onClose} title={t('delete.title', { label })} mustChoose>
      <Form onSubmit={submit} aria-label={t('delete.title', { label })}>
        <ProblemAlert problem={change.error && readProblem(change.error)} />
        <ErrorSummary problems={refused.others.map((message) => ({ message }))} />
        <p>{loss}</p>
        {typed !== undefined && (
          <TextField
            label={t('delete.type', { name: typed })}
            value={text}
            onChange={setText}
            autoComplete="off"
            spellCheck="false"
            error={isTried && !isTyped ? t('delete.typed.wrong') : undefined}
          />
        )}
        <ButtonRow>
          <Button type="submit" variant="danger" isPending={change.isPending}>
            {t('delete')}
          </Button>
          <Button onPress={onClose}>{frame('action.cancel')}</Button>
        </ButtonRow>
      </Form>
    </Dialog>
  );
}
