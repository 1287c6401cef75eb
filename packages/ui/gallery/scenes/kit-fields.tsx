import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  Checkbox,
  CheckboxGroup,
  ComboBox,
  DateField,
  ErrorSummary,
  FieldRow,
  FileUpload,
  Form,
  IconButton,
  NumberField,
  PencilIcon,
  PlusIcon,
  RadioGroup,
  SearchField,
  Select,
  TextArea,
  TextField,
  Trash2Icon,
} from '@muster/ui';
import { useState } from 'react';

const places = [
  { value: 'ellery', label: 'Ellery Coast', description: 'Headquarters, test hall, clinic' },
  { value: 'orra', label: 'Orra Lakes' },
  { value: 'passes', label: 'High Passes' },
  { value: 'islands', label: 'Outer Islands' },
];

export function KitFields() {
  const [born, setBorn] = useState<string | null>('1998-03-27');
  const [place, setPlace] = useState<string | null>('ellery');
  const [shifts, setShifts] = useState<readonly string[]>(['night']);
  const [count, setCount] = useState<number | null>(2);
  const [pay, setPay] = useState<number | null>(54_200);
  return (
    <>
      <Card title="Buttons">
        <ButtonRow>
          <Button variant="primary">Save and continue</Button>
          <Button icon={PlusIcon}>Add a person</Button>
          <Button variant="quiet" icon={PencilIcon}>
            Change
          </Button>
          <Button variant="danger" icon={Trash2Icon}>
            Delete
          </Button>
          <ButtonLink href="/">A link as a button</ButtonLink>
          <IconButton label="Edit" icon={PencilIcon} />
        </ButtonRow>
        <ButtonRow>
          <Button variant="primary" isPending>
            Sending
          </Button>
          <Button variant="primary" isDisabled>
            Not available
          </Button>
          <Button isDisabled>Not available</Button>
          <Button size="small">Small</Button>
          <Button variant="primary" shortcut="R">
            Record a result
          </Button>
        </ButtonRow>
      </Card>
      <Card title="Fields">
        <ErrorSummary
          problems={[
            { fieldId: 'email', message: 'Enter an e-mail address, such as nia@example.org' },
            { fieldId: 'birth-error', message: 'Enter a real date' },
          ]}
        />
        <Form onSubmit={() => undefined} aria-label="Example">
          <div className="gallery-columns">
            <div className="mu-stack">
              <TextField label="Full name" autoComplete="name" defaultValue="Nia Calder" />
              <TextField
                label="E-mail"
                id="email"
                type="email"
                error="Enter an e-mail address, such as nia@example.org"
                defaultValue="nia@"
              />
              <TextField
                label="Phone"
                isOptional
                description="We call only about appointments."
                width={20}
                type="tel"
              />
              <TextField
                label="Weight of the pack"
                width={4}
                suffix="kg"
                inputMode="numeric"
                defaultValue="18"
              />
              <TextArea
                label="What drew you to this work?"
                description="Two or three sentences are enough."
              />
              <TextField label="Number" isReadOnly defaultValue="A-00412" />
              <TextField label="Disabled" isDisabled defaultValue="Cannot be changed" />
            </div>
            <div className="mu-stack">
              <DateField
                label="Date of birth"
                description="For example, 27 3 1998"
                value={born}
                onChange={setBorn}
                isBirthday
              />
              <DateField
                label="Licence valid until"
                id="birth-error"
                error="Enter a real date, such as 27 March 2028"
                value={null}
                onChange={() => undefined}
              />
              <Select label="Place" options={places} value={place} onChange={setPlace} />
              <ComboBox label="Unit" options={places} value={place} onChange={setPlace} />
              <FieldRow>
                <NumberField label="Seats" hasSteppers value={count} onChange={setCount} minValue={0} />
                <NumberField label="Pay" currency="USD" value={pay} onChange={setPay} />
              </FieldRow>
              <SearchField label="Search articles" defaultValue="boots" />
            </div>
          </div>
        </Form>
      </Card>
      <Card title="Choices">
        <div className="gallery-columns">
          <RadioGroup
            label="Where would you like to work?"
            isTile
            options={places}
            value={place}
            onChange={setPlace}
          />
          <div className="mu-stack">
            <RadioGroup
              label="Contact me by"
              options={[
                { value: 'ellery', label: 'E-mail' },
                { value: 'orra', label: 'Phone' },
              ]}
              orientation="horizontal"
              value={place}
              onChange={setPlace}
            />
            <RadioGroup
              label="With an error"
              error="Choose one"
              options={places.slice(0, 2)}
              value={null}
              onChange={() => undefined}
            />
            <CheckboxGroup
              label="Shifts"
              options={[
                { value: 'day', label: 'Day' },
                { value: 'night', label: 'Night', description: 'With a supplement' },
              ]}
              value={shifts}
              onChange={setShifts}
            />
            <Checkbox isTile defaultSelected>
              I have read the notice
            </Checkbox>
            <Checkbox isIndeterminate>Some of them</Checkbox>
            <Checkbox isDisabled>Not available</Checkbox>
          </div>
        </div>
      </Card>
      <Card title="Files">
        <div className="gallery-columns">
          <FileUpload
            label="Your certificate"
            accept={['application/pdf', 'image/*']}
            acceptInWords="PDF, Word or a photo"
            maxBytes={10_000_000}
            items={[]}
            onFiles={() => undefined}
            onRemove={() => undefined}
          />
          <FileUpload
            label="Other papers"
            isOptional
            allowsMany
            accept={['application/pdf']}
            acceptInWords="PDF, Word or a photo"
            maxBytes={10_000_000}
            items={[
              { id: '1', name: 'diploma.pdf', bytes: 812_000, state: { kind: 'Received', href: '#/' } },
              {
                id: '2',
                name: 'licence-front-and-back-scanned.jpg',
                bytes: 4_200_000,
                state: { kind: 'Sending', progress: 0.62 },
              },
              {
                id: '3',
                name: 'letter.exe',
                bytes: 120_000,
                state: {
                  kind: 'Failed',
                  reason: 'This is a program, not a document. Send a PDF, a Word file or a photo.',
                  canRetry: false,
                },
              },
            ]}
            onFiles={() => undefined}
            onRemove={() => undefined}
          />
        </div>
      </Card>
    </>
  );
}
