import type { MyApplication } from '@muster/client';
import { DefinitionList, Link, MailIcon, PhoneIcon, ProcessList, Stack, useFormats } from '@muster/ui';
import { useCallback, useRef } from 'react';
import { PageHead } from '../../components/page-head.js';
import type { ReplyHandle } from '../../components/reply-box.js';
import { useMyText } from '../../messages/my/use-my-text.js';
import { ClosedSummary } from './closed-summary.js';
import { Messages } from './messages.js';
import { MyReview } from './my-review.js';
import { NextAppointment } from './next-appointment.js';
import { processSteps } from './process-steps.js';
import { WhatToDo } from './what-to-do.js';
import './my.css';

export interface ApplicationPageProps {
  readonly application: MyApplication;
  readonly hasOthers?: boolean | undefined;
}

/** Screen 3: what to do, by when, how much longer; then where, what counts, whom to ask. */
export function ApplicationPage({ application, hasOthers }: ApplicationPageProps) {
  const t = useMyText();
  const composer = useRef<ReplyHandle>(null);
  const writeAbout = useCallback((text: string) => composer.current?.begin(text), []);
  const isOver = application.closed !== null || application.status === 'on_duty';
  return (
    <>
      <PageHead
        title={t('title')}
        windowTitle={`${t('title')}: ${application.postingTitle}`}
        lead={<ApplicationLead application={application} />}
        back={hasOthers ? { href: '/my', label: t('backToList') } : undefined}
      />
      <Stack gap="section">
        {isOver ? (
          <ClosedSummary application={application} />
        ) : (
          <Now application={application} onWrite={writeAbout} />
        )}
        <MyReview application={application} />
        <Where application={application} />
        {application.appointment !== null && (
          <NextAppointment appointment={application.appointment} onMove={writeAbout} />
        )}
        {!isOver && <WhatCounts application={application} />}
        <WholeWay application={application} isOver={isOver} />
        <Messages application={application} handle={composer} />
        <WhomToAsk contact={application.contact} />
        <LastLinks application={application} />
      </Stack>
    </>
  );
}

/** For what the application is, and its number: a line each. */
function ApplicationLead({
  application: { postingTitle, receipt },
}: {
  readonly application: MyApplication;
}) {
  const t = useMyText();
  return (
    <>
      <p>{postingTitle}</p>
      {receipt !== null && <p>{t('numberLine', { number: receipt })}</p>}
    </>
  );
}

/** What stands first on a phone: the one thing to do, and how much longer it takes. */
function Now({
  application,
  onWrite,
}: {
  readonly application: MyApplication;
  readonly onWrite: (text: string) => void;
}) {
  return (
    <Stack>
      <WhatToDo application={application} onWrite={onWrite} />
      {application.status !== 'draft' && <HowMuchLonger application={application} />}
    </Stack>
  );
}

function HowMuchLonger({ application }: { readonly application: MyApplication }) {
  const t = useMyText();
  const { howMuchLonger, status, waitingOn } = application;
  const { hold } = application;
  const unknown =
    hold !== null ? 'onHold' : status === 'held' ? 'held' : waitingOn === null ? 'between' : 'unknown';
  return (
    <section className="po-longer">
      <h2>{t('longer.title')}</h2>
      {howMuchLonger === null ? (
        <p>{t(`longer.${unknown}`)}</p>
      ) : (
        <>
          <p>{howMuchLonger.text}</p>
          <p className="mu-muted">{t('longer.from', { count: howMuchLonger.fromPeople })}</p>
        </>
      )}
    </section>
  );
}

function Where({ application }: { readonly application: MyApplication }) {
  const t = useMyText();
  return (
    <section>
      <h2 className="po-section-title">{t('where.title')}</h2>
      <p>{application.where}</p>
    </section>
  );
}

function WhatCounts({ application: { expiries } }: { readonly application: MyApplication }) {
  const t = useMyText();
  const formats = useFormats();
  if (expiries.length === 0) return null;
  return (
    <section>
      <h2 className="po-section-title">{t('counts.title')}</h2>
      <p className="mu-muted po-lead">{t('counts.lead')}</p>
      <DefinitionList
        items={expiries.map(({ what, goodUntil }) => ({ term: what, value: formats.goodUntil(goodUntil) }))}
      />
    </section>
  );
}

/** All steps; once it is over, those that were taken. */
function WholeWay({
  application,
  isOver,
}: {
  readonly application: MyApplication;
  readonly isOver: boolean;
}) {
  const t = useMyText();
  const steps = isOver
    ? application.steps.filter(({ state }) => state === 'done' || state === 'stopped')
    : application.steps;
  if (steps.length === 0) return null;
  return (
    <section>
      <h2 className="po-section-head">{t('way.title')}</h2>
      <ProcessList label={t('way.label')} steps={processSteps(steps, (state) => t(`way.${state}`))} />
    </section>
  );
}

function WhomToAsk({ contact }: Pick<MyApplication, 'contact'>) {
  const t = useMyText();
  return (
    <section>
      <h2 className="po-section-title">{t('ask.title')}</h2>
      <p>{t('ask.text', { name: contact.name })}</p>
      <ul className="po-contact">
        <li>
          <Link href={`mailto:${contact.email}`} icon={MailIcon}>
            {contact.email}
          </Link>
        </li>
        {contact.phone !== null && (
          <li>
            <Link href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`} icon={PhoneIcon}>
              {contact.phone}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}

/** What is rarely needed, small and last. */
function LastLinks({ application: { id, receipt, canWithdraw } }: { readonly application: MyApplication }) {
  const t = useMyText();
  if (receipt === null && !canWithdraw) return null;
  return (
    <ul className="po-last-links">
      {receipt !== null && (
        <li>
          <Link href={`/apply/${id}`}>{t('answers.link')}</Link>
        </li>
      )}
      {canWithdraw && (
        <li>
          <Link href={`/my/${id}/withdraw`}>{t('withdraw.link')}</Link>
        </li>
      )}
    </ul>
  );
}
