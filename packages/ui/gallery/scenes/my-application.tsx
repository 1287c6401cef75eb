import {
  Button,
  ButtonLink,
  CalendarIcon,
  Card,
  DefinitionList,
  Link,
  MapPinIcon,
  PageHeader,
  PortalPage,
  ProcessList,
  Stack,
  SummaryBox,
  useFormats,
} from '@muster/ui';

export function MyApplicationScene() {
  const formats = useFormats();
  return (
    <PortalPage>
      <PageHeader title="My application" lead="Field Officer, Ellery Coast. Number 4F7K-92QD." />
      <Stack gap="section">
        <SummaryBox
          tone="action"
          title="Pick a time for your medical"
          actions={<Button variant="primary">Choose a time</Button>}
        >
          <p>
            Please choose by {formats.day('2026-12-04')}. It takes about two hours, and you need not fast.
          </p>
        </SummaryBox>
        <Card title="How much longer">
          <p>
            Half of the people who have waited as long as you hear within <strong>3 to 7 weeks</strong>.
          </p>
          <DefinitionList
            items={[
              { term: 'Your fitness test', value: formats.goodUntil('2027-02-14') },
              { term: 'Your offer', value: formats.goodUntil('2027-01-30') },
            ]}
          />
        </Card>
        <Card title="Your next appointment">
          <DefinitionList
            items={[
              {
                term: 'When',
                value: `${formats.weekday('2026-12-01')}, 09:30`,
                action: <Link href="/move">Move</Link>,
              },
              {
                term: 'Where',
                value: 'Orra hospital, entrance B',
                action: <Link href="/map">Directions</Link>,
              },
            ]}
          />
          <ButtonLink href="/calendar" icon={CalendarIcon}>
            Add to my calendar
          </ButtonLink>
        </Card>
        <section>
          <h2>Where you are</h2>
          <br />
          <ProcessList
            label="Steps of your application"
            steps={[
              { id: '1', title: 'Application and exam', state: 'done', stateText: 'Done, 12 Sept' },
              { id: '2', title: 'Fitness test and interview', state: 'done', stateText: 'Done, 20 Oct' },
              { id: '3', title: 'Offer with conditions', state: 'done', stateText: 'You accepted on 3 Nov' },
              {
                id: '4',
                title: 'Medical, background and interview with a psychologist',
                state: 'current',
                stateText: 'Waiting on you for one, on us for two',
                detail: 'These run side by side, so a wait in one does not hold up the others.',
              },
              { id: '5', title: 'Final offer', state: 'upcoming' },
              { id: '6', title: 'First day at Tarnhow Academy', state: 'upcoming' },
            ]}
          />
        </section>
        <p className="mu-muted">
          <MapPinIcon className="mu-icon" aria-hidden /> Questions? Ask Tomas Keller, recruiting office.{' '}
          <Link href="/messages">Send a message</Link>
        </p>
        <Link href="/withdraw">Withdraw my application</Link>
      </Stack>
    </PortalPage>
  );
}
