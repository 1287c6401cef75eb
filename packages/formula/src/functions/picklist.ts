import { total } from '../javascript/template.js';
import type { Operation } from './operation.js';
import { required } from './parameter.js';

/** A picklist field can only be asked for its value; an empty text asks whether nothing is chosen. */
export const picklistFunctions: readonly Operation[] = [
  {
    name: 'ISPICKVAL',
    parameters: [required('picklist_field', 'Picklist'), required('text_literal', 'TextLiteral')],
    returns: 'Boolean',
    javascript: total((chosen: string | null, value: string | null) => chosen === value),
  },
  {
    name: 'INCLUDES',
    parameters: [
      required('multiselect_picklist_field', 'Multipicklist'),
      required('text_literal', 'TextLiteral'),
    ],
    returns: 'Boolean',
    javascript: total((chosen: string | null, value: string | null) =>
      value === null || chosen === null ? chosen === value : chosen.split(';').includes(value),
    ),
  },
];
