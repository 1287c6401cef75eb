import {
  Badge,
  Button,
  Card,
  type Column,
  Composer,
  Conversation,
  DataTable,
  DefinitionList,
  EllipsisIcon,
  IconButton,
  LockIcon,
  Menu,
  PageHeader,
  Stack,
  StateChip,
  type StepState,
  Tabs,
  Timeline,
} from '@muster/ui';
import { useState } from 'react';

interface Step {
  readonly name: string;
  readonly state: StepState;
  readonly words?: string;
  readonly on: string;
  readonly since: string;
  readonly expires: string;
}

const steps: readonly Step[] = [
  { name: 'Medical', state: 'waiting', on: 'Clinic', since: '3 Nov', expires: '–' },
  {
    name: 'Psychological',
    state: 'scheduled',
    words: 'Scheduled 1 Dec',
    on: 'Candidate',
    since: '10 Nov',
    expires: '–',
  },
  {
    name: 'Background',
    state: 'held',
    words: 'On hold: gate',
    on: 'Adjudication',
    since: '18 Nov',
    expires: '30 Jan',
  },
];
const columns: readonly Column<Step>[] = [
  { id: 'step', header: 'Step', cell: (step) => step.name },
  { id: 'state', header: 'State', cell: (step) => <StateChip state={step.state}>{step.words}</StateChip> },
  { id: 'on', header: 'Waiting on', cell: (step) => step.on },
  { id: 'since', header: 'Since', cell: (step) => step.since, align: 'end' },
  { id: 'expires', header: 'Expires', cell: (step) => step.expires, align: 'end' },
];

export function ApplicationScene() {
  const [text, setText] = useState('');
  const [audience, setAudience] = useState('reply');
  return (
    <>
      <PageHeader
        title="Nia Calder"
        back={{ href: '/queue', label: 'Waiting on the clinic' }}
        badge={<Badge tone="primary">A-00412</Badge>}
        lead="Waiting on clinic since 3 Nov; fitness expires 14 Feb."
        actions={
          <>
            <Button variant="primary" shortcut="R">
              Record a result
            </Button>
            <Button>Message</Button>
            <Menu
              label="More actions"
              trigger={<IconButton label="More actions" icon={EllipsisIcon} variant="secondary" />}
              groups={[
                {
                  id: 'a',
                  actions: [
                    { id: 'hold', label: 'Put on hold', shortcut: 'H', onAction: () => undefined },
                    { id: 'end', label: 'Record a disposition', isDanger: true, onAction: () => undefined },
                  ],
                },
              ]}
            />
          </>
        }
      />
      <Stack>
        <Card>
          <DefinitionList
            layout="columns"
            items={[
              { term: 'Posting', value: 'Field Officer, Ellery Coast' },
              { term: 'Owner', value: 'Tomas Keller' },
              { term: 'Applied', value: '4 Sept' },
              { term: 'Process', value: 'Field Officer, version 3' },
              { term: 'First contact', value: 'Ride-along day, Ellery' },
            ]}
          />
        </Card>
        <Card title="Open steps" meta="Three run side by side" isFlush>
          <DataTable
            caption="Open steps"
            isShort
            columns={columns}
            rows={steps}
            rowKey={(step) => step.name}
            rowLabel={(step) => step.name}
          />
        </Card>
        <Card>
          <Tabs
            label="Record"
            tabs={[
              {
                id: 'talk',
                label: 'Conversation',
                count: 3,
                content: (
                  <Stack>
                    <Conversation
                      label="Conversation with Nia Calder"
                      messages={[
                        {
                          id: '1',
                          author: 'Nia Calder',
                          authorRole: 'Candidate',
                          at: '2026-11-20T09:12:00',
                          body: 'The clinic here has nothing before January. Can I go to Orra instead?',
                        },
                        {
                          id: '2',
                          author: 'Tomas Keller',
                          isOwn: true,
                          authorRole: 'Recruiting office',
                          at: '2026-11-20T10:02:00',
                          body: 'Yes. I opened the Orra slots for you; pick any of them.',
                          readers: 'Nia Calder and the recruiting office',
                        },
                        {
                          id: '3',
                          author: 'Ruth Amsel',
                          authorRole: 'Recruiting chief',
                          at: '2026-11-20T11:40:00',
                          body: 'Please do the same for the other eight islanders.',
                          isInternal: true,
                          readers: 'the recruiting office',
                        },
                      ]}
                    />
                    <Composer
                      label="New message"
                      audiences={[
                        {
                          id: 'reply',
                          label: 'Reply to Nia',
                          readers: 'Nia Calder and the recruiting office',
                          sendLabel: 'Send',
                        },
                        {
                          id: 'note',
                          label: 'Internal note',
                          readers: 'the recruiting office',
                          isInternal: true,
                          sendLabel: 'Add note',
                        },
                      ]}
                      audience={audience}
                      onAudienceChange={setAudience}
                      text={text}
                      onTextChange={setText}
                      onSend={() => setText('')}
                    />
                  </Stack>
                ),
              },
              {
                id: 'history',
                label: 'History',
                content: (
                  <Timeline
                    label="History"
                    events={[
                      {
                        id: '1',
                        at: '2026-11-18T16:20:00',
                        title: 'Background put on hold',
                        by: 'Gate: driving licence',
                        tone: 'warning',
                      },
                      {
                        id: '2',
                        at: '2026-11-03',
                        title: 'Conditional offer accepted',
                        by: 'Nia Calder',
                        tone: 'success',
                      },
                      {
                        id: '3',
                        at: '2026-11-02T10:00:00',
                        title: 'Disposition: failed interview',
                        by: 'Tomas Keller',
                        isReversed: true,
                        detail: 'Reversed 2 Nov, 11:15: entered for the wrong person.',
                      },
                    ]}
                  />
                ),
              },
              {
                id: 'sealed',
                label: 'Sealed',
                content: (
                  <p>
                    <LockIcon className="mu-icon" aria-hidden /> Medical file. Opened by the clinic only.
                  </p>
                ),
              },
            ]}
          />
        </Card>
      </Stack>
    </>
  );
}
