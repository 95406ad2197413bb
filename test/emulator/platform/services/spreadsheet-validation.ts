/** Data validation: a list of values, made by a builder and put on a range. */
import { missing, sealed, signatureError } from './inside';
import type { Offers } from './spreadsheet-wire';

type Builder = Offers<
  GoogleAppsScript.Spreadsheet.DataValidationBuilder,
  'build' | 'requireValueInList' | 'setAllowInvalid'
>;

const ALLOWED = new WeakMap<object, readonly string[]>();
const MEMBER = 'SpreadsheetApp.DataValidationBuilder';

/** SpreadsheetApp.newDataValidation(). */
export function newDataValidation(): Builder {
  let allowed: readonly string[] = [];
  // Unless told otherwise. [tested live by gas-fakes]
  let allowsInvalid = true;
  const builder: Builder = sealed(MEMBER, {
    toString: () => 'DataValidationBuilder',
    /** Values are kept as texts. [tested live by gas-fakes] */
    requireValueInList: (values: unknown) => {
      if (!Array.isArray(values) || values.length === 0)
        throw signatureError(`${MEMBER}.requireValueInList`, [values]);
      allowed = values.map(String);
      return builder;
    },
    setAllowInvalid: (allows: unknown) => {
      if (typeof allows !== 'boolean') throw signatureError(`${MEMBER}.setAllowInvalid`, [allows]);
      allowsInvalid = allows;
      return builder;
    },
    build: () => {
      if (allowed.length === 0) throw missing('A data validation rule without a list');
      if (allowsInvalid) throw missing('A data validation rule that only warns');
      const built = sealed('SpreadsheetApp.DataValidation', { toString: () => 'DataValidation' });
      ALLOWED.set(built, allowed);
      return built;
    },
  });
  return builder;
}

/** The values that a rule allows, or the signature message. */
export function validationInput(member: string): (value: unknown) => readonly string[] {
  return (value) => {
    if (value === null) throw missing(`${member}(null)`);
    const allowed = ALLOWED.get(Object(value) as object);
    if (allowed === undefined) throw signatureError(member, [value]);
    return allowed;
  };
}
