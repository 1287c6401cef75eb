import { describe, expect, it } from 'vitest';
import { parseFormula } from '../syntax/parse-formula.js';
import { checkFormula } from './check-formula.js';
import type { FieldInfo } from './formula-type.js';

const fields: Readonly<Record<string, FieldInfo>> = {
  Name: { type: 'Text' },
  Amount: { type: 'Number' },
  Licensed: { type: 'Boolean' },
  Born: { type: 'Date' },
  Hired: { type: 'DateTime' },
  Shift: { type: 'Time' },
  Station: { type: 'Picklist' },
  Languages: { type: 'Multipicklist', picklist: ['English', 'Spanish'] },
  OwnerId: { type: 'Id' },
  '$User.Alias': { type: 'Text' },
};

function check(text: string, expected?: FieldInfo['type']) {
  return checkFormula(parseFormula(text), (path) => fields[path], expected === undefined ? {} : { expected });
}

describe('checkFormula', () => {
  it.each([
    ['Amount * 2', 'Number'],
    ['Amount >= 21 && Licensed', 'Boolean'],
    ['Born + 30', 'Date'],
    ['30 + Hired', 'DateTime'],
    ['Hired - Hired', 'Number'],
    ['Shift - Shift', 'Number'],
    ['Name & OwnerId & $User.Alias', 'Text'],
    ['IF(Licensed, Born, NULL)', 'Date'],
    ['IF(Licensed, NULL, Amount)', 'Number'],
    ['IF(Licensed, OwnerId, Name)', 'Text'],
    ['CASE(Station, "A", 1, "B", 2, 0)', 'Number'],
    ['CASE(Amount, 1, "one", "many")', 'Text'],
    ['BLANKVALUE(Hired, NOW())', 'DateTime'],
    ['ADDMONTHS(Born, 1)', 'Date'],
    ['ADDMONTHS(Hired, 1)', 'DateTime'],
    ['IF(ISPICKVAL(Station, "A"), 1, 2)', 'Number'],
    ['OwnerId = Name', 'Boolean'],
    ['NULL', 'Null'],
  ])('gives %s the type %s', (text, type) => {
    expect(check(text)).toMatchObject({ type, problems: [] });
  });

  it.each([
    ['Amount + Missing__c', 'Field Missing__c does not exist. Check spelling.', 9],
    ['SUMM(Amount)', 'Unknown function SUMM. Check spelling.', 0],
    ['IF(Licensed, 1)', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2", 0],
    ['TODAY(1)', "Incorrect number of parameters for function 'TODAY()'. Expected 0, received 1", 0],
    [
      'FIND("a", Name, 1, 2)',
      "Incorrect number of parameters for function 'FIND()'. Expected 3, received 4",
      0,
    ],
    ['CASE(Amount, 1, 2)', "Incorrect number of parameters for function 'CASE()'. Expected 4, received 3", 0],
    [
      'CASE(Amount, 1, 2, 3, 4)',
      "Incorrect number of parameters for function 'CASE()'. Expected 4, received 5",
      0,
    ],
    [
      'and(Licensed, Name)',
      "Incorrect parameter type for function 'AND()'. Expected Boolean, received Text",
      14,
    ],
    [
      'IF(Amount, 1, 2)',
      "Incorrect parameter type for function 'IF()'. Expected Boolean, received Number",
      3,
    ],
    [
      'IF(Licensed, 1, "2")',
      "Incorrect parameter type for function 'IF()'. Expected Number, received Text",
      16,
    ],
    ['Amount = "5"', "Incorrect parameter type for operator '='. Expected Number, received Text", 9],
    ['Name & 5', "Incorrect parameter type for operator '&'. Expected Text, received Number", 7],
    ['Born + Born', "Incorrect parameter type for operator '+'. Expected Number, received Date", 7],
    ['!Amount', "Incorrect parameter type for operator '!'. Expected Boolean, received Number", 1],
    ['YEAR(Hired)', "Incorrect parameter type for function 'YEAR()'. Expected Date, received DateTime", 5],
    [
      'TEXT(Licensed)',
      "Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Time, Picklist, received Boolean",
      5,
    ],
    [
      'ISPICKVAL(Name, "A")',
      "Incorrect parameter type for function 'ISPICKVAL()'. Expected Picklist, received Text",
      10,
    ],
    [
      'ISPICKVAL(Station, Name)',
      "Incorrect parameter type for function 'ISPICKVAL()'. Expected Text Literal, received Text",
      19,
    ],
    [
      'Station = "A"',
      'Field Station is a picklist field. Picklist fields are only supported in certain functions.',
      0,
    ],
    [
      'LEN(Languages)',
      'Field Languages is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.',
      4,
    ],
    [
      'Station',
      'Field Station is a picklist field. Picklist fields are only supported in certain functions.',
      0,
    ],
    [
      'INCLUDES(Languages, "French")',
      'Incorrect parameter for function INCLUDES(). Text Literal must be a valid value for this multi-select picklist field.',
      20,
    ],
    ['9'.repeat(61), `The value '${'9'.repeat(61)}' is not a valid number.`, 0],
  ])('refuses %s', (text, message, at) => {
    const { problems, checked } = check(text);
    expect(problems).toEqual([{ message, at }]);
    expect(checked).toBeUndefined();
  });

  it('holds the result to the type that is expected', () => {
    expect(check('Name', 'Number').problems).toEqual([
      {
        message: 'Formula result is data type (Text), incompatible with expected data type (Number).',
        at: 0,
      },
    ]);
    expect(check('OwnerId', 'Text').problems).toEqual([]);
    expect(check('NULL', 'Date').problems).toEqual([]);
  });

  it('reports every mistake, and none twice over', () => {
    const { problems, type } = check('IF(Missing1 > 1, Missing2, NOPE(Name & 1))');
    expect(type).toBeUndefined();
    expect(problems.map(({ at }) => at)).toEqual([3, 17, 27, 39]);
  });

  it('yields a tree of plain JSON', () => {
    const { checked } = check('ADDMONTHS(Born, 252) <= TODAY()');
    expect(JSON.parse(JSON.stringify(checked))).toEqual({
      kind: 'Operation',
      type: 'Boolean',
      signature: '<=(Date, Date)',
      args: [
        {
          kind: 'Operation',
          type: 'Date',
          signature: 'ADDMONTHS(Date, Number)',
          args: [
            { kind: 'Field', type: 'Date', path: 'Born' },
            { kind: 'Constant', type: 'Number', value: '252' },
          ],
        },
        { kind: 'Operation', type: 'Date', signature: 'TODAY()', args: [] },
      ],
    });
  });
});
