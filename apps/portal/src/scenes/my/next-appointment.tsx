import type { MyApplication } from '@muster/client';
import { Button, ButtonRow, CalendarIcon, DefinitionList, Link, useFormats } from '@muster/ui';
import { useMyText } from '../../messages/my/use-my-text.js';

type Appointment = NonNullable<MyApplication['appointment']>;

/** When and where to come, how to get there, and how to ask for another time. */
export function NextAppointment({
  appointment: { what, at, place },
  onMove,
}: {
  readonly appointment: Appointment;
  readonly onMove: (text: string) => void;
}) {
  const t = useMyText();
  const formats = useFormats();
  const when = t('appointment.at', { day: formats.weekday(at), time: formats.time(at) });
  const whereToGo = {
    term: t('appointment.where'),
    value: place,
    action: (
      <Link href={mapAddress(place)} target="_blank">
        {t('appointment.directions')}
      </Link>
    ),
  };
  return (
    <section>
      <h2 className="po-section-title">{t('appointment.title')}</h2>
      <DefinitionList
        items={[
          { term: t('appointment.what'), value: what },
          { term: t('appointment.when'), value: when },
          ...(place === '' ? [] : [whereToGo]),
        ]}
      />
      <div className="po-under">
        <ButtonRow>
          <Button icon={CalendarIcon} onPress={() => onMove(t('appointment.moveText', { when }))}>
            {t('appointment.move')}
          </Button>
        </ButtonRow>
      </div>
    </section>
  );
}

/** A public map of the place. The person goes there only by following the link. */
function mapAddress(place: string): string {
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query: place })}`;
}
