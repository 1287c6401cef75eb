import { Button, Link, PortalPage, RadioGroup, StepIndicator, ThumbBar, useFormats } from '@muster/ui';
import { useState } from 'react';

export function QuestionScene() {
  const formats = useFormats();
  const [answer, setAnswer] = useState<string | null>('yes');
  return (
    <PortalPage>
      <StepIndicator current={2} total={6} title="About you" />
      <br />
      <RadioGroup
        isQuestion
        isTile
        label="Do you hold a valid driving licence?"
        description="Every field officer drives in the first week. A licence for cars is enough; we train you for boats and lorries."
        value={answer}
        onChange={setAnswer}
        options={[
          { value: 'yes', label: 'Yes' },
          {
            value: 'learning',
            label: 'I am learning',
            description: 'You can apply now and show the licence before the academy starts.',
          },
          { value: 'no', label: 'No' },
          { value: 'suspended', label: 'It is suspended at the moment' },
        ]}
      />
      <ThumbBar note={formats.saved(new Date('2026-11-25T10:42:00'))}>
        <Button variant="primary">Save and continue</Button>
      </ThumbBar>
      <Link href="/my-application" variant="inline">
        Save and come back later
      </Link>
    </PortalPage>
  );
}
