import type { ApplicationView, StepLane } from '@muster/client';
import { ButtonLink, DefinitionList, Link, SidePanel, Skeleton, Timeline, useFormats } from '@muster/ui';
import { useApplication } from '../data/application.js';
import { useWorkText } from '../messages/work/use-work-text.js';
import { QueryView } from './query-view.js';
import { StatusBadge } from './status-badge.js';
import { StepChip } from './step-chip.js';
import { isHeld, isOpen } from './step-openness.js';
import { WaitingOnText } from './waiting-on-text.js';
import './application-preview.css';

export interface ApplicationPreviewProps {
  readonly id: string;
  /** Shown until the application is there. */
  readonly name: string;
  readonly number: string;
  readonly posting: string;
  readonly onClose: () => void;
}

/** An application beside the list it stands in: where it stands, what is open, what happened last. */
export function ApplicationPreview({ id, name, number, posting, onClose }: ApplicationPreviewProps) {
  const t = useWorkText();
  const application = useApplication(id);
  return (
    <SidePanel
      title={name}
      subtitle={`${number} · ${posting}`}
      onClose={onClose}
      actions={
        <ButtonLink variant="primary" href={`/applications/${id}`}>
          {t('preview.open')}
        </ButtonLink>
      }
    >
      <QueryView query={application} skeleton={<Skeleton shape="text" count={8} />}>
        {(view) => <PreviewBody view={view} />}
      </QueryView>
    </SidePanel>
  );
}

function PreviewBody({ view }: { readonly view: ApplicationView }) {
  const t = useWorkText();
  const open = view.lanes.flatMap((lane) => lane.steps).filter((step) => isOpen(step) || isHeld(step));
  return (
    <>
      <p className="console-preview-sentence">{view.sentence}</p>
      <section>
        <h3 className="console-preview-title">{t('preview.openSteps')}</h3>
        {open.length === 0 ? (
          <p className="mu-muted">{t('preview.noOpenSteps')}</p>
        ) : (
          <ul className="console-preview-steps">
            {open.map((step) => (
              <OpenStep key={step.step} step={step} />
            ))}
          </ul>
        )}
      </section>
      <DefinitionList
        layout="compact"
        items={[
          { term: t('preview.phase'), value: view.phase },
          { term: t('preview.status'), value: <StatusBadge status={view.status} /> },
          { term: t('preview.owner'), value: view.owner.label },
          { term: t('preview.mail'), value: <Link href={`mailto:${view.email}`}>{view.email}</Link> },
          ...(view.phone === null
            ? []
            : [{ term: t('preview.phone'), value: <Link href={`tel:${view.phone}`}>{view.phone}</Link> }]),
        ]}
      />
      <section>
        <h3 className="console-preview-title">{t('preview.last')}</h3>
        <Timeline
          label={t('preview.last')}
          events={view.history.slice(0, 4).map((entry) => ({
            id: entry.id,
            at: entry.effectiveAt,
            title: entry.text,
            by: entry.by,
            isReversed: entry.correctedBy !== null,
          }))}
        />
      </section>
    </>
  );
}

function OpenStep({ step }: { readonly step: StepLane }) {
  const t = useWorkText();
  const formats = useFormats();
  const facts = [
    step.since === null ? null : t('preview.since', { day: formats.day(step.since) }),
    step.dueAt === null ? null : t('preview.due', { day: formats.day(step.dueAt) }),
    step.expiresAt === null ? null : t('preview.expires', { day: formats.day(step.expiresAt) }),
  ].filter((fact) => fact !== null);
  return (
    <li className="console-preview-step">
      <span className="console-preview-step-name">{step.label}</span>
      <StepChip state={step.state} />
      <span className="console-preview-step-facts">
        {step.waitingOn !== null && (
          <>
            <WaitingOnText party={step.waitingOn} />
            {', '}
          </>
        )}
        {facts.join(', ')}
      </span>
    </li>
  );
}
