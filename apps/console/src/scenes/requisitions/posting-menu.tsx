import type { RequisitionRow } from '@muster/client';
import {
  Button,
  CopyIcon,
  Dialog,
  EllipsisIcon,
  ExternalLinkIcon,
  IconButton,
  Menu,
  readProblem,
  UsersIcon,
  useToasts,
  XIcon,
} from '@muster/ui';
import { useState } from 'react';
import { ProblemAlert } from '../../components/problem-alert.js';
import { portalAddress } from '../../data/portal-address.js';
import { useClosePosting } from '../../data/requisitions.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';
import { useRequisitionsText } from '../../messages/requisitions/use-requisitions-text.js';

type Posting = RequisitionRow['postings'][number];

/** What can be done with one posting. */
export function PostingMenu({ posting }: { readonly posting: Posting }) {
  const t = useRequisitionsText();
  const toasts = useToasts();
  const [isClosing, setClosing] = useState(false);
  const label = t('actions.of', { title: posting.title });
  const address = portalAddress(`/jobs/${posting.number}`);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    toasts.show(t('actions.copied'));
  };
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton size="small" label={label} icon={EllipsisIcon} />}
        groups={[
          {
            id: 'see',
            actions: [
              {
                id: 'public',
                label: t('actions.public'),
                icon: ExternalLinkIcon,
                onAction: () => window.open(address, '_blank', 'noreferrer'),
              },
              { id: 'copy', label: t('actions.copy'), icon: CopyIcon, onAction: () => void copy() },
              {
                id: 'applicants',
                label: t('actions.applicants'),
                icon: UsersIcon,
                href: `/applicants?posting=${encodeURIComponent(posting.number)}`,
              },
            ],
          },
          ...(posting.published
            ? [
                {
                  id: 'change',
                  actions: [
                    {
                      id: 'close',
                      label: t('actions.close'),
                      icon: XIcon,
                      isDanger: true,
                      onAction: () => setClosing(true),
                    },
                  ],
                },
              ]
            : []),
        ]}
      />
      {isClosing && <CloseDialog posting={posting} onClose={() => setClosing(false)} />}
    </>
  );
}

/** Closing cannot be undone, so it says first what it does. */
function CloseDialog({ posting, onClose }: { readonly posting: Posting; readonly onClose: () => void }) {
  const t = useRequisitionsText();
  const frame = useFrameText();
  const toasts = useToasts();
  const close = useClosePosting();
  const send = () =>
    close.mutate(
      { postingId: posting.id },
      {
        onSuccess: () => {
          toasts.show(t('close.done', { number: posting.number }));
          onClose();
        },
      },
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('close.title', { title: posting.title })}
      actions={
        <>
          <Button variant="danger" isPending={close.isPending} onPress={send}>
            {t('close.action')}
          </Button>
          <Button onPress={onClose}>{frame('action.cancel')}</Button>
        </>
      }
    >
      <ProblemAlert problem={close.error && readProblem(close.error)} />
      <p>{t('close.text', { count: posting.applications })}</p>
    </Dialog>
  );
}
