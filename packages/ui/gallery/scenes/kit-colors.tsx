import { Card } from '@muster/ui';

const swatches = [
  ['canvas', 'text'],
  ['surface', 'text'],
  ['surface-sunken', 'text-muted'],
  ['surface-raised', 'text'],
  ['primary', 'on-primary'],
  ['primary-soft', 'on-primary-soft'],
  ['brand', 'on-brand'],
  ['info-soft', 'on-info-soft'],
  ['success-soft', 'on-success-soft'],
  ['warning-soft', 'on-warning-soft'],
  ['danger-soft', 'on-danger-soft'],
  ['waiting-soft', 'on-waiting-soft'],
  ['danger', 'on-danger'],
] as const;
const series = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5'];

export function KitColors() {
  return (
    <Card title="Colour and type">
      <div className="gallery-swatches">
        {swatches.map(([ground, words]) => (
          <div
            key={ground}
            className="gallery-swatch"
            style={{ background: `var(--${ground})`, color: `var(--${words})` }}
          >
            {ground}
          </div>
        ))}
        {series.map((name) => (
          <div key={name} className="gallery-swatch" style={{ background: `var(--${name})` }} />
        ))}
      </div>
      <h1>Heading one, what happens next</h1>
      <h2>Heading two, what happens next</h2>
      <h3>Heading three, what happens next</h3>
      <div className="mu-prose">
        <p>
          Body text in Public Sans. Figures line up: <span className="mu-tabular">1,082 of 2,912</span>. A
          link goes{' '}
          <a className="mu-link" href="#/">
            somewhere
          </a>
          .
        </p>
      </div>
    </Card>
  );
}
