import {
  CameraIcon,
  CheckIcon,
  CircleAlertIcon,
  FileTextIcon,
  RotateCcwIcon,
  UploadIcon,
  XIcon,
} from 'lucide-react';
import { useId, useState } from 'react';
import { FileTrigger, ProgressBar } from 'react-aria-components';
import { Button, IconButton } from '../button/button.js';
import { Link } from '../link/link.js';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import { type FieldProps, LabelText } from './field-frame.js';
import './file-upload.css';

/** A file on its way: being sent (0 to 1, or not known how far), received, or refused with the reason in words. */
export type UploadState =
  | { readonly kind: 'Sending'; readonly progress?: number | undefined }
  | { readonly kind: 'Received'; readonly href?: string | undefined }
  | { readonly kind: 'Failed'; readonly reason: string; readonly canRetry: boolean };

export interface UploadItem {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: UploadState;
}

export interface FileUploadProps extends FieldProps {
  readonly items: readonly UploadItem[];
  /** Media types for the file picker, such as "application/pdf"; the server checks the content. */
  readonly accept: readonly string[];
  /** The same in words: "PDF, Word or a photo". */
  readonly acceptInWords: string;
  readonly maxBytes: number;
  readonly allowsMany?: boolean | undefined;
  /** Offers the camera as well, on devices that have one at hand. */
  readonly takesPhotos?: boolean | undefined;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRemove: (item: UploadItem) => void;
  readonly onRetry?: ((item: UploadItem) => void) | undefined;
}

/** Choose or drop a file; its progress, its success and its refusal stay beside its name. */
export function FileUpload({
  items,
  accept,
  acceptInWords,
  maxBytes,
  allowsMany,
  takesPhotos,
  onFiles,
  onRemove,
  onRetry,
  ...field
}: FileUploadProps) {
  const t = useUiText();
  const formats = useFormats();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const isFull = !allowsMany && items.some((item) => item.state.kind !== 'Failed');
  return (
    <fieldset
      className="mu-field"
      data-invalid={field.error !== undefined || undefined}
      aria-describedby={`${id}-limits`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!isFull);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!isFull) onFiles([...event.dataTransfer.files]);
      }}
    >
      <legend className="mu-label">
        {field.isQuestion ? (
          <h1 className="mu-question">
            <LabelText {...field} />
          </h1>
        ) : (
          <LabelText {...field} />
        )}
      </legend>
      {field.description !== undefined && <span className="mu-hint">{field.description}</span>}
      <span className="mu-hint" id={`${id}-limits`}>
        {t('ui.file.limits', { types: acceptInWords, size: formats.fileSize(maxBytes) })}
      </span>
      {field.error !== undefined && (
        <span className="mu-field-error">
          <CircleAlertIcon className="mu-icon" aria-hidden />
          <span>{field.error}</span>
        </span>
      )}
      {!isFull && (
        <div className="mu-drop" data-drop-target={isOver || undefined}>
          <FileTrigger
            acceptedFileTypes={accept}
            allowsMultiple={allowsMany ?? false}
            onSelect={(files) => files && onFiles([...files])}
          >
            <Button icon={UploadIcon}>{t('ui.file.choose')}</Button>
          </FileTrigger>
          {takesPhotos && (
            <span className="mu-drop-camera">
              <FileTrigger
                acceptedFileTypes={['image/*']}
                defaultCamera="environment"
                onSelect={(files) => files && onFiles([...files])}
              >
                <Button icon={CameraIcon}>{t('ui.file.photo')}</Button>
              </FileTrigger>
            </span>
          )}
          <span className="mu-drop-words">{t('ui.file.drop')}</span>
        </div>
      )}
      {items.length > 0 && (
        <ul className="mu-uploads" aria-live="polite">
          {items.map((item) => (
            <UploadRow key={item.id} item={item} onRemove={onRemove} onRetry={onRetry} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

function UploadRow({
  item,
  onRemove,
  onRetry,
}: { readonly item: UploadItem } & Pick<FileUploadProps, 'onRemove' | 'onRetry'>) {
  const t = useUiText();
  const formats = useFormats();
  const { state } = item;
  return (
    <li className="mu-upload" data-state={state.kind}>
      <FileTextIcon className="mu-icon" aria-hidden />
      <div className="mu-upload-text">
        <span className="mu-upload-name">
          {state.kind === 'Received' && state.href ? <Link href={state.href}>{item.name}</Link> : item.name}
          <span className="mu-muted mu-nowrap"> {formats.fileSize(item.bytes)}</span>
        </span>
        {state.kind === 'Sending' && <Progress name={item.name} progress={state.progress} />}
        {state.kind === 'Received' && (
          <span className="mu-upload-done">
            <CheckIcon className="mu-icon" aria-hidden />
            {t('ui.file.done')}
          </span>
        )}
        {state.kind === 'Failed' && (
          <span className="mu-field-error">
            <CircleAlertIcon className="mu-icon" aria-hidden />
            <span>
              {t('ui.file.failed')}. {state.reason}
            </span>
          </span>
        )}
      </div>
      {state.kind === 'Failed' && state.canRetry && onRetry && (
        <IconButton
          label={t('ui.file.retry', { name: item.name })}
          icon={RotateCcwIcon}
          onPress={() => onRetry(item)}
        />
      )}
      <IconButton
        label={t('ui.action.remove', { name: item.name })}
        icon={XIcon}
        onPress={() => onRemove(item)}
      />
    </li>
  );
}

function Progress({ name, progress }: { readonly name: string; readonly progress: number | undefined }) {
  const t = useUiText();
  const formats = useFormats();
  return (
    <ProgressBar
      className="mu-progress"
      aria-label={name}
      {...(progress === undefined ? { isIndeterminate: true } : { value: progress * 100 })}
    >
      <svg className="mu-progress-track" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect
          width={progress === undefined ? 40 : Math.max(2, progress * 100)}
          height="4"
          className={progress === undefined ? 'mu-progress-unknown' : undefined}
        />
      </svg>
      <span>
        {progress === undefined
          ? t('ui.file.underWay')
          : t('ui.file.sending', { percent: formats.percent(progress) })}
      </span>
    </ProgressBar>
  );
}
