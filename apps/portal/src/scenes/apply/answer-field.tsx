import type { QuestionView } from '@muster/client';
import { CheckboxGroup, DateField, type FieldProps, RadioGroup, TextArea, TextField } from '@muster/ui';
import { useApplyText } from '../../messages/apply/use-apply-text.js';
import type { AnswerDraft } from './answer-draft.js';
import { WhyAsked } from './why-asked.js';

export interface AnswerFieldProps {
  readonly question: QuestionView;
  readonly draft: AnswerDraft;
  readonly onChange: (draft: AnswerDraft) => void;
  readonly error: string | undefined;
}

/** The right control for the kind of a question; the question itself is its label and the page's heading. */
export function AnswerField({ question, draft, onChange, error }: AnswerFieldProps) {
  const t = useApplyText();
  const field: FieldProps = {
    label: question.text,
    description: <WhyAsked question={question} />,
    error,
    isOptional: !question.required,
    isQuestion: true,
  };
  const text = typeof draft === 'string' ? draft : '';
  switch (question.kind) {
    case 'yes_no':
      return (
        <RadioGroup
          {...field}
          isTile
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          value={typeof draft === 'boolean' ? (draft ? 'yes' : 'no') : null}
          onChange={(value) => onChange(value === 'yes')}
        />
      );
    case 'choice':
      return (
        <RadioGroup {...field} isTile options={question.options} value={text || null} onChange={onChange} />
      );
    case 'choices':
      return (
        <CheckboxGroup
          {...field}
          isTile
          options={question.options}
          value={Array.isArray(draft) ? draft : []}
          onChange={onChange}
        />
      );
    case 'date':
      return <DateField {...field} value={text || null} onChange={onChange} />;
    case 'number':
      return (
        <TextField
          {...field}
          inputMode="decimal"
          autoComplete="off"
          width={8}
          value={text}
          onChange={onChange}
        />
      );
    case 'phone':
      return (
        <TextField {...field} type="tel" autoComplete="tel" width={20} value={text} onChange={onChange} />
      );
    case 'address':
      return <TextArea {...field} rows={3} autoComplete="street-address" value={text} onChange={onChange} />;
    case 'long_text':
      return <LongText {...field} question={question} text={text} onChange={onChange} />;
    default:
      return <TextField {...field} value={text} onChange={onChange} />;
  }
}

function LongText({
  question,
  text,
  onChange,
  ...field
}: FieldProps &
  Pick<AnswerFieldProps, 'question'> & {
    readonly text: string;
    readonly onChange: (text: string) => void;
  }) {
  const t = useApplyText();
  const left = question.maxLength === null ? null : question.maxLength - text.length;
  return (
    <div className="po-long-text">
      <TextArea {...field} rows={6} value={text} onChange={onChange} />
      {left !== null && left >= 0 && left <= 200 && (
        <p className="mu-muted" role="status">
          {t('characters', { count: left })}
        </p>
      )}
    </div>
  );
}
