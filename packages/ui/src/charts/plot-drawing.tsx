import { useEffect, useRef, useState } from 'react';
import './chart-frame.css';

type Plots = typeof import('./plots.js');

export interface PlotDrawingProps {
  /** Draws for a width in px. Keep the function's identity while its data stay the same. */
  readonly draw: (plots: Plots, width: number) => Element;
  /** The height in px to keep free until the library is there. */
  readonly height: number;
}

/** Draws a chart with Observable Plot, loaded at the first chart, and again when its width changes. Hidden from screen readers: the sentence and the table speak for it. */
export function PlotDrawing({ draw, height }: PlotDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (width === 0) return;
    let isCurrent = true;
    import('./plots.js').then((plots) => {
      if (!isCurrent) return;
      const drawing = draw(plots, width);
      // Plot puts its rules into style elements, which the CSP refuses; chart-frame.css has them.
      for (const style of drawing.querySelectorAll('style')) style.remove();
      box.current?.replaceChildren(drawing);
    });
    return () => {
      isCurrent = false;
    };
  }, [draw, width]);

  return <div className="mu-drawing" ref={box} style={{ minBlockSize: height }} aria-hidden />;
}
