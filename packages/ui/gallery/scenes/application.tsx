import {
  Badge,
  Button,
  Card,
  Composer,
  Conversation,
  DefinitionList,
  EllipsisIcon,
  IconButton,
  LockIcon,
  Menu,
  PageHeader,
  Stack,
  StateChip,
  Tabs,
  Timeline,
} from '@muster/ui';
import { useState } from 'react';

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
          <table className="mu-table">
            <caption className="mu-visually-hidden">Open steps</caption>
            <thead>
              <tr>
                <th scope="col">Step</th>
                <th scope="col">State</th>
                <th scope="col">Waiting on</th>
                <th scope="col" data-align="end">
                  Since
                </th>
                <th scope="col" data-align="end">
                  Expires
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">Medical</th>
                <td>
                  <StateChip state="waiting" />
                </td>
                <td>Clinic</td>
                <td data-align="end">3 Nov</td>
                <td data-align="end">–</td>
              </tr>
              <tr>
                <th scope="row">Psychological</th>
                <td>
                  <StateChip state="scheduled">Scheduled 1 Dec</StateChip>
                </td>
                <td>Candidate</td>
                <td data-align="end">10 Nov</td>
                <td data-align="end">–</td>
              </tr>
              <tr>
                <th scope="row">Background</th>
                <td>
                  <StateChip state="held">On hold: gate</StateChip>
                </td>
                <td>Adjudication</td>
                <td data-align="end">18 Nov</td>
                <td data-align="end">30 Jan</td>
              </tr>
            </tbody>
          </table>
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
