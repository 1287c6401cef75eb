import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldDef, FieldTypeName } from '../model.js';
import { fieldType } from './index.js';

const ALL_TYPES: readonly FieldTypeName[] = [
  'Id',
  'Text',
  'TextArea',
  'LongTextArea',
  'Html',
  'Number',
  'Currency',
  'Percent',
  'Date',
  'DateTime',
  'Time',
  'Checkbox',
  'Picklist',
  'MultiselectPicklist',
  'Lookup',
  'MasterDetail',
  'Email',
  'Phone',
  'Url',
  'AutoNumber',
  'EncryptedText',
  'Hierarchy',
  'MetadataRelationship',
  'Latitude',
  'Longitude',
  'File',
];

function field(type: FieldTypeName, more: Partial<FieldDef> = {}): FieldDef {
  return {
    name: 'Sample__c',
    label: 'Sample',
    type,
    custom: true,
    required: false,
    unique: false,
    externalId: false,
    createable: true,
    updateable: true,
    ...more,
  };
}

function parse(type: FieldTypeName, input: unknown, more: Partial<FieldDef> = {}) {
  const definition = field(type, more);
  const parsed = fieldType(definition).parse(definition, input);
  return parsed.ok ? parsed.value : `${parsed.failure.code} ${parsed.failure.message}`;
}

function picklist(restricted: boolean): Partial<FieldDef> {
  const values = ['New', 'Open', 'Closed'].map((value) => ({
    value,
    label: value,
    active: value !== 'Closed',
    isDefault: false,
  }));
  return { picklist: { restricted, values } };
}

describe('every field type', () => {
  it.each(ALL_TYPES)('%s stores nothing for null, absent and the empty text', (type) => {
    const nothing = type === 'Checkbox' ? 'false' : null;
    expect(parse(type, null)).toBe(nothing);
    expect(parse(type, undefined)).toBe(nothing);
    expect(parse(type, '')).toBe(nothing);
  });

  it.each(ALL_TYPES)('%s answers any JSON with a stored value or a worded failure', (type) => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        const definition = field(type);
        const parsed = fieldType(definition).parse(definition, input);
        if (parsed.ok) expect(parsed.value === null || typeof parsed.value === 'string').toBe(true);
        else expect(parsed.failure.message).not.toMatch(/undefined|\[object/);
      }),
    );
  });

  it.each(ALL_TYPES)('%s reads back what it shows', (type) => {
    const samples = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.stringMatching(/^[0-9a-f]{64}$/),
    );
    fc.assert(
      fc.property(samples, (input) => {
        const definition = field(type, { precision: 18, scale: 2 });
        const type_ = fieldType(definition);
        const parsed = type_.parse(definition, input);
        if (!parsed.ok || parsed.value === null) return;
        expect(type_.parse(definition, type_.toPlainText(parsed.value))).toEqual(parsed);
        expect(type_.parse(definition, JSON.parse(type_.toJson(parsed.value)))).toEqual(parsed);
      }),
    );
  });
});

describe('text', () => {
  it('counts UTF-16 code units and never cuts a surrogate pair in the message', () => {
    const fits = `${'a'.repeat(253)}🦊`;
    expect(parse('Text', fits, { length: 255 })).toBe(fits);
    const tooLong = `${'a'.repeat(254)}🦊`;
    expect(parse('Text', tooLong, { length: 255 })).toBe(
      `STRING_TOO_LONG Sample: data value too large: ${'a'.repeat(254)} (max length=255)`,
    );
  });

  it('refuses what UTF-8 in PostgreSQL cannot hold', () => {
    expect(parse('Text', 'a\0b')).toMatch(/^INVALID_TYPE_ON_FIELD_IN_RECORD Sample: /);
    expect(parse('LongTextArea', '\ud83e')).toMatch(/^INVALID_TYPE_ON_FIELD_IN_RECORD Sample: /);
  });

  it('refuses other JSON kinds in the words of the REST API', () => {
    expect(parse('Phone', 5551234)).toBe(
      'JSON_PARSER_ERROR Cannot deserialize instance of phone from VALUE_NUMBER_INT value 5551234',
    );
    expect(parse('Text', { a: 1 })).toBe(
      'JSON_PARSER_ERROR Cannot deserialize instance of string from START_OBJECT value {',
    );
  });

  it('keeps spaces and line ends', () => {
    expect(parse('LongTextArea', ' a\r\nb ')).toBe(' a\r\nb ');
  });
});

describe('e-mail', () => {
  it.each(['nia.calder@example.org', "o'hara+x@mail.example.co.uk", 'ñandú@ejemplo.es'])(
    'takes %s',
    (address) => {
      expect(parse('Email', address)).toBe(address);
    },
  );

  it.each(['123', 'a@b', 'a@@b.cc', 'a b@c.de', '.a@c.de', 'a@-c.de', 'a@c..de', 'a@c.de\n'])(
    'refuses %j',
    (address) => {
      expect(parse('Email', address, { label: 'Email' })).toBe(
        `INVALID_EMAIL_ADDRESS Email: invalid email address: ${address}`,
      );
    },
  );
});

describe('numbers', () => {
  const money = { precision: 10, scale: 2 };

  it.each([
    ['12.5', '12.50'],
    [12.5, '12.50'],
    ['1.39E+08', undefined],
    [-0.005, '-0.01'],
    ['-0.004', '0.00'],
    ['+7', '7.00'],
    ['.5', '0.50'],
    ['5.', '5.00'],
    ['00012', '12.00'],
    ['99999999.99', '99999999.99'],
    ['1e-9999', '0.00'],
    ['1.39E+07', '13900000.00'],
  ])('reads %j as %j', (input, expected) => {
    if (expected === undefined)
      expect(parse('Currency', input, money)).toMatch(/^NUMBER_OUTSIDE_VALID_RANGE/);
    else expect(parse('Currency', input, money)).toBe(expected);
  });

  it.each(['NaN', 'Infinity', '-Infinity', '1,000', '0x10', '1 2', '.', '-', 'e5', '١٢', Number.NaN, true])(
    'refuses %j',
    (input) => {
      expect(parse('Number', input)).toMatch(
        /^JSON_PARSER_ERROR Cannot deserialize instance of double from VALUE_/,
      );
    },
  );

  it('refuses more digits before the point than the field has, also after rounding up', () => {
    expect(parse('Currency', '100000000', money)).toBe(
      'NUMBER_OUTSIDE_VALID_RANGE Sample: value outside of valid range on numeric field: 100000000',
    );
    expect(parse('Currency', '99999999.995', money)).toMatch(/^NUMBER_OUTSIDE_VALID_RANGE/);
    expect(parse('Currency', '1e9999', money)).toMatch(/^NUMBER_OUTSIDE_VALID_RANGE/);
  });

  it('stays within half a unit of the last decimal', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const read = Number(parse('Number', value, { precision: 18, scale: 6 }));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.000_000_51);
      }),
    );
  });

  it('writes doubles without padding and whole numbers as they are', () => {
    const type = fieldType(field('Currency'));
    expect(['100.00', '12.50', '0.05', '-3', '10'].map((text) => type.toJson(text))).toEqual([
      '100.0',
      '12.5',
      '0.05',
      '-3',
      '10',
    ]);
  });

  it('describes whole numbers of standard objects as int and custom ones as double', () => {
    const employees = field('Number', { custom: false, precision: 8, scale: 0 });
    expect(fieldType(employees)).toMatchObject({
      describeType: 'int',
      storage: 'integer',
      soapType: 'xsd:int',
    });
    expect(fieldType(field('Number', { precision: 8, scale: 0 }))).toMatchObject({
      describeType: 'double',
      storage: 'numeric',
    });
    expect(fieldType(field('Number', money)).columnType(field('Number', money))).toBe('numeric(10,2)');
  });
});

describe('dates and times', () => {
  it.each([
    '2026-11-25T07:42:28Z',
    '2026-11-25T07:42:28.755Z',
    '2026-11-25T07:42:28.755+0000',
    '2026-11-25T07:42:28+00:00',
    '2026-11-25T09:42:28+02:00',
    '2026-11-24T23:12:28.999999-0830',
  ])('reads %s as the same second', (text) => {
    expect(parse('DateTime', text)).toBe('2026-11-25 07:42:28+00');
  });

  it.each([
    '2026-11-25',
    '2026-11-25T07:42:28',
    '2026-02-30T00:00:00Z',
    '2026-11-25T24:00:00Z',
    'NA',
    1795592548000,
  ])('refuses %j as a date-time', (input) => {
    expect(parse('DateTime', input)).toMatch(
      /^JSON_PARSER_ERROR Cannot deserialize instance of datetime from /,
    );
  });

  it('writes a date-time with +0000 in JSON and Z in plain text', () => {
    const type = fieldType(field('DateTime'));
    expect(type.toJson('2026-11-25 07:42:28+00')).toBe('"2026-11-25T07:42:28.000+0000"');
    expect(type.toPlainText('2026-11-25 07:42:28+00')).toBe('2026-11-25T07:42:28.000Z');
  });

  it.each(['2024-02-29', '1700-01-01', '4000-12-31'])('takes the day %s', (text) => {
    expect(parse('Date', text)).toBe(text);
  });

  it.each(['2023-02-29', '1699-12-31', '4001-01-01', '25.11.2026', '2026-1-2', '2026-13-01', 'NA'])(
    'refuses the day %s',
    (text) => {
      expect(parse('Date', text)).toBe(
        `JSON_PARSER_ERROR Cannot deserialize instance of date from VALUE_STRING value ${text}`,
      );
    },
  );

  it('reads a time of day and writes it in milliseconds', () => {
    expect(parse('Time', '10:30:00.5Z')).toBe('10:30:00.500');
    expect(parse('Time', '24:00:00')).toMatch(/^JSON_PARSER_ERROR/);
    expect(fieldType(field('Time')).toJson('10:30:00')).toBe('"10:30:00.000Z"');
    expect(fieldType(field('Time')).toPlainText('10:30:00.25')).toBe('10:30:00.250Z');
  });
});

describe('checkbox', () => {
  it.each([
    [true, 'true'],
    ['TRUE', 'true'],
    ['1', 'true'],
    [false, 'false'],
    ['no', 'false'],
  ])('reads %j', (input, expected) => {
    expect(parse('Checkbox', input)).toBe(expected);
  });

  it.each(['maybe', 1, []])('refuses %j', (input) => {
    expect(parse('Checkbox', input)).toMatch(
      /^JSON_PARSER_ERROR Cannot deserialize instance of boolean from /,
    );
  });

  it('reads the single letters PostgreSQL sends', () => {
    expect(fieldType(field('Checkbox')).toJson('t')).toBe('true');
    expect(fieldType(field('Checkbox')).toPlainText('f')).toBe('false');
  });
});

describe('picklists', () => {
  it('holds a restricted list to its active values as they are spelled', () => {
    expect(parse('Picklist', 'Open', picklist(true))).toBe('Open');
    for (const value of ['open', 'Closed', 'NA']) {
      expect(parse('Picklist', value, picklist(true))).toBe(
        `INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST Sample: bad value for restricted picklist field: ${value}`,
      );
    }
    expect(parse('Picklist', 'Anything', picklist(false))).toBe('Anything');
  });

  it('keeps each value of a multi-select list once, in the order given', () => {
    expect(parse('MultiselectPicklist', 'Open;New;Open;', picklist(true))).toBe('Open;New');
    expect(parse('MultiselectPicklist', ';', picklist(true))).toBeNull();
    expect(parse('MultiselectPicklist', 'Open;Lost', picklist(true))).toBe(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST Sample: bad value for restricted picklist field: Lost',
    );
  });
});

describe('ids and files', () => {
  it('stores 18 characters for 15 and refuses a wrong checksum', () => {
    const stored = parse('Lookup', '0011Q000022u2y7');
    expect(stored).toHaveLength(18);
    expect(parse('Lookup', stored)).toBe(stored);
    expect(parse('Lookup', '0011Q000022u2y7AAA', { label: 'Account ID' })).toBe(
      'MALFORMED_ID Account ID: id value of incorrect type: 0011Q000022u2y7AAA',
    );
  });

  it('takes a file only as the digest of a stored one', () => {
    const digest = 'ab'.repeat(32);
    expect(parse('File', digest)).toBe(digest);
    expect(parse('File', 'aGVsbG8=')).toMatch(/^INVALID_TYPE_ON_FIELD_IN_RECORD/);
  });
});

describe('places and secrets', () => {
  it('takes degrees that exist', () => {
    expect(parse('Latitude', '37.790197')).toBe('37.790197000000000');
    expect(parse('Latitude', -90)).toBe('-90.000000000000000');
    expect(parse('Latitude', 90.5)).toMatch(/^NUMBER_OUTSIDE_VALID_RANGE/);
    expect(parse('Longitude', 180)).toBe('180.000000000000000');
    expect(parse('Longitude', '-180.0001')).toMatch(/^NUMBER_OUTSIDE_VALID_RANGE/);
    expect(parse('Longitude', 'east')).toMatch(/^JSON_PARSER_ERROR/);
  });

  it.each([
    ['all', '4111 1111', '*********'],
    ['lastFour', '4111-1111', '****-1111'],
    ['creditCard', '4111 1111 1111 1234', 'XXXX XXXX XXXX 1234'],
    ['ssn', '123-45-6789', 'XXX-XX-6789'],
    ['nino', 'AB 12', 'XX XX'],
  ] as const)('masks %s', (type, text, shown) => {
    const definition = field('EncryptedText', { mask: { type, character: shown.includes('X') ? 'X' : '*' } });
    expect(fieldType(definition).mask?.(definition, text)).toBe(shown);
  });
});

describe('declarations', () => {
  const flaw = (type: FieldTypeName, more: Partial<FieldDef>) => {
    const definition = field(type, more);
    return fieldType(definition).declarationFlaw?.(definition);
  };

  it('say what is wrong with them', () => {
    expect(flaw('EncryptedText', { length: 176 })).toBe('<length> is 176, expected 1 to 175');
    expect(flaw('EncryptedText', { length: 20, unique: true })).toBe('an encrypted field cannot be unique');
    expect(flaw('Hierarchy', { referenceTo: ['Badge__c'] })).toBe('a hierarchy belongs on User');
    expect(flaw('MetadataRelationship', { referenceTo: ['Kind__mdt'] })).toBeUndefined();
    expect(flaw('MetadataRelationship', { referenceTo: ['EntityDefinition'] })).toMatch(/are not supported$/);
  });

  it('of text may ask for case', () => {
    expect(fieldType(field('Text', { unique: true })).foldsCase).toBe(true);
    expect(fieldType(field('Text', { unique: true, caseSensitive: true })).foldsCase).toBe(false);
  });
});
