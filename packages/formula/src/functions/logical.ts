import { FormulaFault } from '../javascript/formula-error.js';
import { argument } from '../javascript/template.js';
import { choice, conjunction, disjunction, negation } from '../javascript/truth.js';
import { areEqual } from '../javascript/values-equal.js';
import type { Operation, Template } from './operation.js';
import { anyBlankable, anyKey, anyPlain, repeated, required } from './parameter.js';

const whetherBlank: Template = (args) => {
  const value = argument(args, 0);
  return (run) => value(run) === null;
};

const firstUnlessBlank: Template = (args) => {
  const [value, substitute] = [argument(args, 0), argument(args, 1)];
  return (run) => value(run) ?? substitute(run);
};

/** CASE: the result beside the first key equal to the subject, else the last argument. */
function caseTemplate(blankEqualsBlank: boolean): Template {
  return (args) => {
    const subject = argument(args, 0);
    const otherwise = argument(args, args.length - 1);
    return (run) => {
      const value = subject(run);
      if (value === null && !blankEqualsBlank) return otherwise(run);
      for (let index = 1; index < args.length - 1; index += 2) {
        if (areEqual(argument(args, index)(run), value)) return argument(args, index + 1)(run);
      }
      return otherwise(run);
    };
  };
}

const caseResults = [repeated('result', anyBlankable), required('else_result', anyBlankable)] as const;

export const logicalFunctions: readonly Operation[] = [
  {
    name: 'IF',
    parameters: [
      required('logical_test', 'Boolean'),
      required('value_if_true', anyPlain),
      required('value_if_false', anyPlain),
    ],
    returns: anyPlain,
    javascript: choice,
  },
  {
    name: 'CASE',
    parameters: [required('expression', 'Picklist'), repeated('value', 'TextLiteral'), ...caseResults],
    returns: anyBlankable,
    javascript: caseTemplate(true),
  },
  {
    name: 'CASE',
    parameters: [required('expression', 'Text'), repeated('value', 'Text'), ...caseResults],
    returns: anyBlankable,
    javascript: caseTemplate(true),
  },
  {
    name: 'CASE',
    parameters: [required('expression', anyKey), repeated('value', anyKey), ...caseResults],
    returns: anyBlankable,
    javascript: caseTemplate(false),
  },
  {
    name: 'AND',
    parameters: [repeated('logical', 'Boolean')],
    returns: 'Boolean',
    javascript: conjunction,
  },
  { name: 'OR', parameters: [repeated('logical', 'Boolean')], returns: 'Boolean', javascript: disjunction },
  { name: 'NOT', parameters: [required('logical', 'Boolean')], returns: 'Boolean', javascript: negation },
  {
    name: 'ISBLANK',
    parameters: [
      required('expression', { ...anyBlankable, of: [...anyBlankable.of, 'Picklist', 'Multipicklist'] }),
    ],
    returns: 'Boolean',
    javascript: whetherBlank,
  },
  {
    name: 'ISNULL',
    parameters: [required('expression', 'Text')],
    returns: 'Boolean',
    javascript: (args) => (run) => {
      argument(args, 0)(run);
      return false;
    },
  },
  {
    name: 'ISNULL',
    parameters: [
      required('expression', { ...anyBlankable, of: [...anyBlankable.of, 'Picklist', 'Multipicklist'] }),
    ],
    returns: 'Boolean',
    javascript: whetherBlank,
  },
  {
    name: 'BLANKVALUE',
    parameters: [required('expression', anyBlankable), required('substitute_expression', anyBlankable)],
    returns: anyBlankable,
    javascript: firstUnlessBlank,
  },
  {
    name: 'NULLVALUE',
    parameters: [required('expression', 'Text'), required('substitute_expression', 'Text')],
    returns: 'Text',
    javascript: (args) => argument(args, 0),
  },
  {
    name: 'NULLVALUE',
    parameters: [required('expression', anyBlankable), required('substitute_expression', anyBlankable)],
    returns: anyBlankable,
    javascript: firstUnlessBlank,
  },
  {
    name: 'IFERROR',
    parameters: [required('expression', anyPlain), required('substitute_expression', anyPlain)],
    returns: anyPlain,
    javascript: (args) => {
      const [expression, substitute] = [argument(args, 0), argument(args, 1)];
      return (run) => {
        try {
          return expression(run);
        } catch (fault) {
          if (!(fault instanceof FormulaFault)) throw fault;
          return substitute(run);
        }
      };
    },
  },
];
