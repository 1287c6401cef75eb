import {
  Button,
  ErrorSummary,
  Form,
  RadioGroup,
  Skeleton,
  TextArea,
  TextField,
  useDraft,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useCaseTopics, useFileCase } from '../../data/cases.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { useCaseText } from '../../messages/cases/use-case-text.js';
import { FoundArticles } from './found-articles.js';

interface NewCase {
  readonly subject: string;
  readonly description: string;
  readonly topic: string;
}

const emptyCase: NewCase = { subject: '', description: '', topic: '' };
const fields = ['subject', 'description', 'topic'] as const;

/** What it is about, what is needed, and who should answer. What is typed stays until it is sent. */
export function NewCaseForm() {
  const t = useCaseText();
  const navigate = useNavigate();
  const toasts = useToasts();
  const topics = useCaseTopics();
  const file = useFileCase();
  const { key: clientKey } = useClientKey();
  const draft = useDraft('new-case', emptyCase);
  const [missing, setMissing] = useState<readonly (typeof fields)[number][]>([]);
  const form = draft.value;
  const change = (field: keyof NewCase) => (value: string) => draft.set({ ...form, [field]: value });
  const errorOf = (field: keyof NewCase) => (missing.includes(field) ? t(`new.${field}.missing`) : undefined);

  const submit = () => {
    const empty = fields.filter((field) => form[field].trim() === '');
    setMissing(empty);
    if (empty.length > 0) return;
    file.mutate(
      { ...form, clientKey },
      {
        onSuccess: ({ id }) => {
          draft.clear();
          toasts.show(t('new.sent'));
          void navigate(`/cases/${id}`);
        },
      },
    );
  };

  return (
    <Form onSubmit={submit}>
      <ErrorSummary
        problems={missing.map((field) => ({ fieldId: field, message: t(`new.${field}.missing`) }))}
      />
      <TextField
        id="subject"
        label={t('new.subject')}
        description={t('new.subject.hint')}
        autoComplete="off"
        maxLength={255}
        value={form.subject}
        onChange={change('subject')}
        error={errorOf('subject')}
      />
      <FoundArticles subject={form.subject} />
      <TextArea
        id="description"
        label={t('new.description')}
        description={t('new.description.hint')}
        rows={6}
        value={form.description}
        onChange={change('description')}
        error={errorOf('description')}
      />
      <div id="topic">
        {topics.isPending && <Skeleton shape="rows" count={7} />}
        {topics.data && (
          <RadioGroup
            label={t('new.topic')}
            description={t('new.topic.why')}
            isTile
            options={topics.data}
            value={form.topic || null}
            onChange={change('topic')}
            error={errorOf('topic')}
          />
        )}
      </div>
      <ProblemAlert title={t('new.failed')} error={file.error ?? topics.error} />
      <div>
        <Button type="submit" variant="primary" isPending={file.isPending}>
          {t('new.submit')}
        </Button>
      </div>
    </Form>
  );
}
