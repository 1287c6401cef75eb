import type { QuestionnaireScreen } from '@muster/client';
import { PortalPage, useHeadingFocus } from '@muster/ui';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { QueryView } from '../../components/query-view.js';
import { useScreen } from '../../data/questionnaire.js';
import { useApplyText } from '../../messages/apply/use-apply-text.js';
import { AlreadySent } from './already-sent.js';
import { QuestionPage } from './question-page.js';
import { QuestionSkeleton } from './question-skeleton.js';
import { ReviewPage } from './review-page.js';
import { screenAddress } from './screen-address.js';
import { StopPage } from './stop-page.js';
import './apply.css';

/** The questionnaire: one question a screen, then all answers at a glance. Each screen has its own address. */
export function ApplyScene() {
  const t = useApplyText();
  const { applicationId = '' } = useParams();
  const [params] = useSearchParams();
  const wanted = params.get('question') ?? undefined;
  const query = useScreen(applicationId, wanted);
  return (
    <PortalPage>
      <QueryView
        query={query}
        skeleton={<QuestionSkeleton />}
        missing={{ title: t('gone.title'), text: t('gone.text') }}
        isPage
      >
        {(screen) => <Screen screen={screen} wanted={wanted} />}
      </QueryView>
    </PortalPage>
  );
}

function Screen({
  screen,
  wanted,
}: {
  readonly screen: QuestionnaireScreen;
  readonly wanted: string | undefined;
}) {
  const { question, stop, review, submitted } = screen;
  const isMoving = question !== null && question.key !== wanted;
  useHeadingFocus(isMoving ? 'moving' : (question?.key ?? (stop === null ? 'review' : 'stop')));
  if (submitted) return <AlreadySent screen={screen} />;
  if (isMoving) return <Navigate to={screenAddress(screen)} replace />;
  if (question !== null) return <QuestionPage key={question.key} screen={screen} question={question} />;
  if (stop !== null) return <StopPage screen={screen} stop={stop} />;
  return <ReviewPage screen={screen} review={review ?? []} />;
}
