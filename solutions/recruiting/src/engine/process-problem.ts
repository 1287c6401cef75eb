import type { Problem } from './problem.js';

export type ProcessProblemCode =
  | 'bad_shape'
  | 'bad_formula'
  | 'duplicate_key'
  | 'unknown_key'
  | 'cycle'
  | 'phase_order'
  | 'empty_phase'
  | 'before_conditional_offer'
  | 'no_passing_outcome'
  | 'dead_end_outcome'
  | 'outcome_conflict'
  | 'missing_outcome'
  | 'impossible_retake'
  | 'bad_answer_period'
  | 'bad_validity'
  | 'bad_waiver'
  | 'no_final_step'
  | 'wrong_side_of_entry'
  | 'leads_nowhere'
  | 'gate_stops_nothing'
  | 'not_costly';

export type ProcessProblem = Problem<ProcessProblemCode>;

/** How a check of a process says what it found: code, place, sentence. */
export type Report = (code: ProcessProblemCode, at: string, message: string) => void;
