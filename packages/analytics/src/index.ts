export {
  kaplanMeier,
  type Observation,
  quantile,
  residualQuantile,
  type SurvivalPoint,
  survivalAt,
} from './kaplan-meier.js';
