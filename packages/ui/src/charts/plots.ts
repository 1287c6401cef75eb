export { plotBars } from './plot-bars.js';
export { plotFunnel } from './plot-funnel.js';
export { plotIntervals } from './plot-intervals.js';
export { plotTrend } from './plot-trend.js';
