import type { RequisitionChoices } from '@muster/client';
import { dayInZone } from '@muster/kernel';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  Form,
  readProblem,
  TextArea,
  TextField,
  useDraft,
  useFormats,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../components/problem-alert.js';
import { usePublishPosting } from '../../data/requisitions.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';
import { useRequisitionsText } from '../../messages/requisitions/use-requisitions-text.js';
import { blankPosting, type PostingDraft, postingFaults, postingOf } from './posting-draft.js';
import { PostingTerms } from './posting-terms.js';
import { useFaultText } from './use-fault-text.js';
import './requisitions.css';

export interface PostingPartProps {
  readonly draft: PostingDraft;
  readonly onChange: (patch: Partial<PostingDraft>) => void;
  /** What is wrong with a field, in words. */
  readonly errorOf: (field: string) => string | undefined;
}

/** The whole form. What is written stays while the page is left and come back to. */
export function PostingForm({
  requisitionId,
  choices,
}: {
  readonly requisitionId: string;
  readonly choices: RequisitionChoices;
}) {
  const t = useRequisitionsText();
  const frame = useFrameText();
  const { timeZone } = useFormats();
  const navigate = useNavigate();
  const toasts = useToasts();
  const keyFor = useClientKey();
  const publish = usePublishPosting();
  const faultText = useFaultText();
  const { value, set, clear } = useDraft(`posting.${requisitionId}`, blankPosting);
  const [isTried, setTried] = useState(false);
  const draft: PostingDraft = { ...value, timeZone: value.timeZone ?? choices.timeZones[0] ?? null };
  const faults = postingFaults(draft, dayInZone(Date.now(), timeZone));
  const part: PostingPartProps = {
    draft,
    onChange: (patch) => set({ ...draft, ...patch }),
    errorOf: (field) => (isTried ? faultText(faults[field]) : undefined),
  };
  const submit = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const posting = postingOf(draft, requisitionId);
    publish.mutate(
      { ...posting, clientKey: keyFor(posting) },
      {
        onSuccess: () => {
          clear();
          toasts.show(t('post.done'));
          void navigate('/requisitions');
        },
      },
    );
  };
  return (
    <Form onSubmit={submit} aria-label={t('post.title')}>
      <div className="console-publish">
        <Card title={t('post.texts')}>
          <div className="console-languages">
            <Texts language="en" title={t('post.english')} part={part} />
            <Texts language="es" title={t('post.spanish')} part={part} />
          </div>
        </Card>
        <Card title={t('post.terms')}>
          <PostingTerms part={part} choices={choices} />
        </Card>
        <ProblemAlert problem={publish.error && readProblem(publish.error)} />
        <ButtonRow>
          <Button type="submit" variant="primary" isPending={publish.isPending}>
            {t('post.submit')}
          </Button>
          <ButtonLink href="/requisitions">{frame('action.cancel')}</ButtonLink>
        </ButtonRow>
      </div>
    </Form>
  );
}

function Texts({
  language,
  title,
  part: { draft, onChange, errorOf },
}: {
  readonly language: 'en' | 'es';
  readonly title: string;
  readonly part: PostingPartProps;
}) {
  const t = useRequisitionsText();
  const write = (field: 'title' | 'summary' | 'description') => (text: string) =>
    onChange({ [field]: { ...draft[field], [language]: text } });
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <TextField
        label={t('post.titleField')}
        maxLength={120}
        value={draft.title[language]}
        onChange={write('title')}
        error={errorOf(`title.${language}`)}
      />
      <TextArea
        label={t('post.summary')}
        description={t('post.summary.why')}
        rows={2}
        maxLength={255}
        value={draft.summary[language]}
        onChange={write('summary')}
        error={errorOf(`summary.${language}`)}
      />
      <TextArea
        label={t('post.description')}
        description={t('post.description.why')}
        rows={10}
        maxLength={32_000}
        value={draft.description[language]}
        onChange={write('description')}
        error={errorOf(`description.${language}`)}
      />
    </section>
  );
}
