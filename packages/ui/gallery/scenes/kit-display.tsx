import {
  Avatar,
  Badge,
  Card,
  DefinitionList,
  Link,
  ProcessList,
  Row,
  StateChip,
  StepIndicator,
  type StepState,
  SummaryBox,
  Timeline,
} from '@muster/ui';

const states: readonly StepState[] = [
  'open',
  'waiting',
  'scheduled',
  'done',
  'failed',
  'expired',
  'held',
  'notOpen',
];

export function KitDisplay() {
  return (
    <>
      <Card title="States and words">
        <Row>
          {states.map((state) => (
            <StateChip key={state} state={state} />
          ))}
        </Row>
        <Row>
          <Badge>Draft</Badge>
          <Badge tone="primary">A-00412</Badge>
          <Badge tone="info">Published</Badge>
          <Badge tone="success">Signed</Badge>
          <Badge tone="warning">Due today</Badge>
          <Badge tone="danger">Withdrawn</Badge>
        </Row>
        <Row>
          <Avatar name="Nia Calder" size="small" />
          <Avatar name="Sgt Idris Vale" />
          <Avatar name="Lena Marsk" size="large" />
        </Row>
        <StepIndicator current={2} total={6} title="About you" />
      </Card>
      <div className="gallery-columns">
        <SummaryBox title="Nothing to do now">
          <p>We are checking your papers. You hear from us by 4 Dec.</p>
        </SummaryBox>
        <Card title="Your answers">
          <DefinitionList
            items={[
              { term: 'Name', value: 'Nia Calder', action: <Link href="/">Change</Link> },
              { term: 'Date of birth', value: '27 March 1998', action: <Link href="/">Change</Link> },
              { term: 'Driving licence', value: 'Yes, for cars', action: <Link href="/">Change</Link> },
            ]}
          />
        </Card>
        <Card title="The way">
          <ProcessList
            label="Steps"
            steps={[
              { id: '1', title: 'Application', state: 'done' },
              { id: '2', title: 'Exam', state: 'current', detail: 'Ellery test hall, Tue 1 Dec, 09:30' },
              { id: '3', title: 'Fitness test', state: 'upcoming' },
            ]}
          />
        </Card>
        <Card title="History">
          <Timeline
            label="History"
            events={[
              {
                id: '1',
                at: '2026-11-18T16:20:00',
                title: 'Background put on hold',
                by: 'Gate',
                tone: 'warning',
              },
              { id: '2', at: '2026-11-03', title: 'Offer accepted', by: 'Nia Calder', tone: 'success' },
              { id: '3', at: '2026-09-04', title: 'Applied' },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
