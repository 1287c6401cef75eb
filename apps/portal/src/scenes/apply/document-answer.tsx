import { FileUpload, Form, readProblem, type UploadItem, useFormats } from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useAnswer, useGiveDocument } from '../../data/questionnaire.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useApplyText } from '../../messages/apply/use-apply-text.js';
import { acceptedTypes, maxDocumentBytes, readBase64 } from './document-file.js';
import type { QuestionProps } from './question-props.js';
import { questionAddress, screenAddress } from './screen-address.js';
import { WayOn } from './way-on.js';
import { WhyAsked } from './why-asked.js';

/** A question answered by a file or a photo. The file is sent as soon as it is chosen. */
export function DocumentAnswer({ screen, question }: QuestionProps) {
  const t = useApplyText();
  const { applicationId } = screen;
  const navigate = useNavigate();
  const upload = useUpload({ screen, question });
  const passOver = useAnswer();
  const [error, setError] = useState<string>();

  const submit = () => {
    if (upload.isSending) return setError(t('document.sending'));
    if (upload.isReceived) return void navigate(questionAddress(applicationId));
    if (question.required) return setError(t('missing.document'));
    passOver.mutate(
      { applicationId, question: question.key, value: null },
      { onSuccess: (next) => void navigate(screenAddress(next)) },
    );
  };

  return (
    <Form onSubmit={submit}>
      <FileUpload
        label={question.text}
        description={<WhyAsked question={question} />}
        error={error}
        isOptional={!question.required}
        isQuestion
        takesPhotos
        items={upload.items}
        accept={acceptedTypes}
        acceptInWords={t('document.types')}
        maxBytes={maxDocumentBytes}
        onFiles={(files) => {
          setError(undefined);
          upload.send(files);
        }}
        onRemove={upload.remove}
        onRetry={upload.retry}
      />
      <ProblemAlert title={t('save.failed')} error={passOver.error} />
      <WayOn screen={screen} isPending={passOver.isPending} />
    </Form>
  );
}

/** The one file of a question: the saved one, or the one on its way. */
function useUpload({ screen, question }: QuestionProps) {
  const t = useApplyText();
  const formats = useFormats();
  const text = useProblemText();
  const give = useGiveDocument();
  const [file, setFile] = useState<File>();
  const [refusal, setRefusal] = useState<string>();
  const [isReplaced, replace] = useState(false);

  const send = ([chosen]: readonly File[]) => {
    if (chosen === undefined) return;
    setFile(chosen);
    give.reset();
    const problem = fileProblem(chosen);
    setRefusal(problem);
    if (problem === undefined) void transfer(chosen);
  };
  const fileProblem = (chosen: File) => {
    if (chosen.size === 0) return t('document.empty');
    if (chosen.size <= maxDocumentBytes) return undefined;
    const sizes = { size: formats.fileSize(chosen.size), most: formats.fileSize(maxDocumentBytes) };
    return t('document.tooBig', sizes);
  };
  const transfer = async (chosen: File) => {
    const base64 = await readBase64(chosen);
    const { applicationId } = screen;
    give.mutate({ applicationId, question: question.key, fileName: chosen.name, base64 });
  };

  const items = (): readonly UploadItem[] => {
    const saved = question.document;
    if (file === undefined) {
      if (saved === null || isReplaced) return [];
      return [{ id: 'saved', ...saved, state: { kind: 'Received' } }];
    }
    const item = { id: 'new', name: file.name, bytes: file.size };
    if (refusal !== undefined)
      return [{ ...item, state: { kind: 'Failed', reason: refusal, canRetry: false } }];
    if (give.isError) {
      const problem = readProblem(give.error);
      const canRetry = problem.kind !== 'Refused';
      return [{ ...item, state: { kind: 'Failed', reason: text(problem), canRetry } }];
    }
    return [{ ...item, state: give.isSuccess ? { kind: 'Received' } : { kind: 'Sending' } }];
  };

  return {
    items: items(),
    isSending: file !== undefined && refusal === undefined && !give.isSuccess && !give.isError,
    isReceived: give.isSuccess || (file === undefined && question.document !== null && !isReplaced),
    send,
    retry: () => file && send([file]),
    remove: () => {
      setFile(undefined);
      setRefusal(undefined);
      give.reset();
      replace(true);
    },
  };
}
