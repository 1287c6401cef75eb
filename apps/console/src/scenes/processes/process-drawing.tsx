import type { ProcessVersionView } from '@muster/client';
import { Card } from '@muster/ui';
import { useMemo } from 'react';
import { useProcessesText } from '../../messages/processes/use-processes-text.js';
import { layoutProcess, type PlacedEdge, type PlacedStep } from './layout-process.js';
import './process-drawing.css';

const box = { width: 136, height: 40 } as const;
const gap = { x: 36, y: 12 } as const;
const head = 24;

/** The steps as boxes by phase, with arrows to those that wait for them. The table below says the same in words. */
export function ProcessDrawing({ version }: { readonly version: ProcessVersionView }) {
  const t = useProcessesText();
  const layout = useMemo(() => layoutProcess(version), [version]);
  const width = layout.columns.length * (box.width + gap.x) - gap.x + 2;
  const height = head + layout.lanes * (box.height + gap.y) - gap.y + 2;
  const summary = t('drawing.summary', {
    count: layout.steps.length,
    phases: version.phases.filter((phase) => phase.steps.length > 0).length,
  });
  return (
    <Card title={t('drawing')} meta={summary}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable with the keyboard */}
      <section className="console-drawing" aria-label={t('drawing')} tabIndex={0}>
        <svg
          role="img"
          aria-label={summary}
          width={width}
          height={height}
          viewBox={`-1 -1 ${width} ${height}`}
          className="console-drawing-picture"
        >
          {layout.columns.map((column, index) => (
            <text key={column.id} x={index * (box.width + gap.x)} y={12} className="console-drawing-phase">
              {column.label}
            </text>
          ))}
          {layout.edges.map((edge) => (
            <path
              key={`${edge.from.step} ${edge.to.step}`}
              d={curve(edge)}
              className="console-drawing-edge"
            />
          ))}
          {layout.steps.map((step) => (
            <StepBox key={step.step} step={step} />
          ))}
        </svg>
      </section>
    </Card>
  );
}

function StepBox({ step }: { readonly step: PlacedStep }) {
  const { x, y } = corner(step);
  const lines = twoLines(step.label);
  return (
    <g>
      <rect x={x} y={y} width={box.width} height={box.height} rx={6} className="console-drawing-box" />
      {lines.map((line, index) => (
        <text
          key={line}
          x={x + 10}
          y={y + box.height / 2 + 4.5 + (index - (lines.length - 1) / 2) * 14}
          className="console-drawing-step"
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function corner({ column, lane }: PlacedStep): { readonly x: number; readonly y: number } {
  return { x: column * (box.width + gap.x), y: head + lane * (box.height + gap.y) };
}

/** From the right edge of one box to the left edge of another; an arrowhead at its end. */
function curve({ from, to }: PlacedEdge): string {
  const start = corner(from);
  const end = corner(to);
  const [x1, y1] = [start.x + box.width, start.y + box.height / 2];
  const [x2, y2] = [end.x, end.y + box.height / 2];
  const bend = gap.x / 2;
  const line =
    y1 === y2
      ? `H${x2 - 1}`
      : `H${x2 - gap.x + 4}C${x2 - gap.x + 4 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 1} ${y2}`;
  return `M${x1} ${y1}${line}M${x2 - 6} ${y2 - 4}L${x2 - 1} ${y2}L${x2 - 6} ${y2 + 4}`;
}

const lineLength = 18;

/** A label in at most two lines, broken between words; what does not fit ends in an ellipsis. */
function twoLines(label: string): readonly string[] {
  if (label.length <= lineLength) return [label];
  const cut = label.lastIndexOf(' ', lineLength);
  const first = label.slice(0, cut > 0 ? cut : lineLength);
  const rest = label.slice(first.length).trim();
  return [first, rest.length > lineLength ? `${rest.slice(0, lineLength - 1)}…` : rest];
}
