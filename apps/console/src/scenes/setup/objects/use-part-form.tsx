import { useToasts } from '@muster/ui';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Elements, MetadataChange } from '../../../data/setup-metadata.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { isApiName, proposeApiName } from './api-name.js';
import type { ElementForm } from './element-fields.js';
import { textOf } from './elements.js';
import { withoutBlanks } from './new-object.js';
import { useLeaveGuard } from './use-leave-guard.js';
import { type Save, useSave } from './use-save.js';

export interface PartFormOptions {
  readonly type: string;
  readonly object: string;
  /** Its own name; undefined for a new one, which takes a name from its label. */
  readonly name: string | undefined;
  readonly initial: Elements;
  /** Elements with a control of their own. */
  readonly controls: ReadonlySet<string>;
  readonly missing: (elements: Elements) => Readonly<Record<string, string>>;
  /** What is sent beside the part itself, and in which form. */
  readonly prepare?: (elements: Elements, fullName: string) => MetadataChange;
  readonly backHref: string;
}

export interface PartForm {
  readonly form: ElementForm;
  readonly save: Save;
  readonly shown: readonly string[];
  readonly apiName: string;
  readonly setApiName: (name: string) => void;
  readonly question: ReactNode;
  readonly release: () => void;
}

/** A form over one part of an object: what it says, how it is saved, what holds it open. */
export function usePartForm(options: PartFormOptions): PartForm {
  const { type, object, name, initial, controls, backHref } = options;
  const t = useSetupObjectsText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const [elements, setElements] = useState(initial);
  const [ownName, setOwnName] = useState<string | null>(name ?? null);
  const [isTried, setTried] = useState(false);
  const guard = useLeaveGuard(elements !== initial);
  const apiName = ownName ?? proposeApiName(textOf(elements, 'label'));
  const fullName = `${object}.${apiName}`;
  const missing = {
    ...options.missing(elements),
    ...(name !== undefined || isApiName(apiName) ? {} : { apiName: t('apiName.bad') }),
  };
  const save = useSave({
    about: { type, fullName },
    elements: controls,
    build: () => {
      setTried(true);
      if (Object.keys(missing).length > 0) return undefined;
      return (
        options.prepare?.(elements, fullName) ?? {
          components: [{ type, fullName, metadata: withoutBlanks(elements) }],
        }
      );
    },
    onSaved: () => {
      guard.release();
      toasts.show(t('saved', { label: textOf(elements, 'label') || apiName }));
      void navigate(backHref);
    },
  });
  const shown: Readonly<Record<string, string>> = isTried ? missing : {};
  return {
    form: {
      elements,
      saved: name === undefined ? undefined : initial,
      errors: { ...save.problems.elements, ...shown },
      set: (changes) => {
        save.forget();
        setElements((before) => ({ ...before, ...changes }));
      },
    },
    save,
    shown: Object.values(shown),
    apiName,
    setApiName: (next) => {
      save.forget();
      setOwnName(next);
    },
    question: guard.question,
    release: guard.release,
  };
}
