import { PageHeader, StepIndicator, useHeadingFocus } from '@muster/ui';
import { useState } from 'react';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import { ColumnsStep } from './columns-step.js';
import { FileStep } from './file-step.js';
import type { ChosenFile } from './use-chosen-file.js';
import { type What, WhatStep } from './what-step.js';
import '../../../components/list-page.css';
import './import.css';

const steps = ['what', 'file', 'columns'] as const;
type Step = (typeof steps)[number];

const nothing: What = { object: null, operation: 'insert', matchField: null };

/** From what to load, over the file, to the columns and their fields; its end is a dry run. */
export function NewLoadScene() {
  const t = useSetupImportText();
  const [step, setStep] = useState<Step>('what');
  const [what, setWhat] = useState<What>(nothing);
  const [file, setFile] = useState<ChosenFile | null>(null);
  useHeadingFocus(step);
  return (
    <div className="console-list-page setup-import">
      <PageHeader title={t('new.title')} back={{ href: '/setup/import', label: t('title') }} />
      <StepIndicator current={steps.indexOf(step) + 1} total={steps.length} title={t(`step.${step}`)} />
      {step === 'what' && <WhatStep what={what} onChange={setWhat} onNext={() => setStep('file')} />}
      {step === 'file' && (
        <FileStep
          file={file}
          onChange={setFile}
          onBack={() => setStep('what')}
          onNext={() => setStep('columns')}
        />
      )}
      {step === 'columns' && what.object !== null && file !== null && (
        <ColumnsStep what={{ ...what, object: what.object }} file={file} onBack={() => setStep('file')} />
      )}
    </div>
  );
}
