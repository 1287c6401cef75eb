import {
  Alert,
  Button,
  ButtonRow,
  Card,
  DeniedState,
  Dialog,
  EllipsisIcon,
  EmptyState,
  ErrorState,
  IconButton,
  Menu,
  OfflineState,
  Pagination,
  PencilIcon,
  SendIcon,
  Skeleton,
  Tabs,
  Tooltip,
  Trash2Icon,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';

export function KitFeedback() {
  const toasts = useToasts();
  const [isOpen, setOpen] = useState(false);
  const [page, setPage] = useState(3);
  return (
    <>
      <Card title="Alerts">
        <Alert tone="info" title="The clinic in Ellery is shut until 16 Dec">
          You can move your medical to Orra; nothing else changes.
        </Alert>
        <Alert tone="success" title="Your application is in">
          Keep this number: 4F7K-92QD.
        </Alert>
        <Alert
          tone="warning"
          title="Your fitness result expires in 12 days"
          actions={<Button size="small">Book a new test</Button>}
        />
        <Alert tone="error">The file could not be read. Nothing else was lost.</Alert>
      </Card>
      <Card title="Overlays">
        <ButtonRow>
          <Button onPress={() => setOpen(true)}>Open a dialog</Button>
          <Menu
            label="More actions"
            trigger={<Button icon={EllipsisIcon}>Actions</Button>}
            groups={[
              {
                id: 'a',
                title: 'This person',
                actions: [
                  { id: 'edit', label: 'Edit', icon: PencilIcon, shortcut: 'E', onAction: () => undefined },
                  {
                    id: 'send',
                    label: 'Send a message',
                    description: 'Waits one minute before it goes',
                    icon: SendIcon,
                    onAction: () => undefined,
                  },
                ],
              },
              {
                id: 'b',
                actions: [
                  {
                    id: 'delete',
                    label: 'Delete',
                    icon: Trash2Icon,
                    isDanger: true,
                    onAction: () => undefined,
                  },
                ],
              },
            ]}
          />
          <Tooltip text="Edit this record">
            <IconButton label="Edit" icon={PencilIcon} />
          </Tooltip>
          <Button onPress={() => toasts.show('Note saved')}>Notice</Button>
          <Button onPress={() => toasts.show('The server did not answer. Your text is still here.', 'error')}>
            Failure
          </Button>
          <Button
            onPress={() =>
              toasts.showUndo({
                text: 'Message to Nia Calder',
                endsAt: Date.now() + 58_000,
                onTakeBack: () => toasts.show('Taken back'),
              })
            }
          >
            Undo
          </Button>
        </ButtonRow>
        <Dialog
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          title="Record a result"
          actions={
            <>
              <Button variant="primary" onPress={() => setOpen(false)}>
                Record
              </Button>
              <Button onPress={() => setOpen(false)}>Cancel</Button>
            </>
          }
        >
          <p>The result counts from today and can be corrected later with a reason.</p>
        </Dialog>
        <Tabs
          label="Parts"
          tabs={[
            { id: 'a', label: 'Steps', count: 14, content: <p>Fourteen steps.</p> },
            { id: 'b', label: 'History', content: <p>What happened.</p> },
            { id: 'c', label: 'Files', count: 2, content: <p>Two files.</p> },
          ]}
        />
        <Pagination page={page} pageSize={50} total={2470} onPage={setPage} />
      </Card>
      <div className="gallery-columns">
        <Card>
          <EmptyState title="No messages yet" action={<Button>Write to the recruiting office</Button>}>
            Messages between you and the recruiting office stand here.
          </EmptyState>
        </Card>
        <Card>
          <ErrorState onRetry={() => undefined} isInputKept>
            The server did not answer in time.
          </ErrorState>
        </Card>
        <Card>
          <DeniedState grantedBy="Ewa Lind, administrator" />
        </Card>
        <Card>
          <OfflineState>
            You can read your packs and write reports; they are sent when you are back.
          </OfflineState>
        </Card>
        <Card title="Loading">
          <Skeleton shape="text" />
        </Card>
        <Card title="Loading rows">
          <Skeleton shape="rows" count={4} />
        </Card>
      </div>
    </>
  );
}
