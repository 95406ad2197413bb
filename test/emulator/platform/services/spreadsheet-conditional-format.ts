/** Conditional format rules: builder, rule, condition. */
import type { RuleBody, RuleRef, SheetRef } from '../spreadsheet/wire';
import { enumOf, missing, refusal, sealed, signatureError } from './inside';
import { placeOf, type Range, type RangeSheet } from './spreadsheet-range';
import { colorFor, textFor, type Offers } from './spreadsheet-wire';

type Criterion = keyof typeof GoogleAppsScript.Spreadsheet.BooleanCriteria;
type GoogleRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

export const BooleanCriteria = enumOf<Criterion>(
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'CUSTOM_FORMULA',
);

interface Rule {
  readonly body: RuleBody;
  readonly ranges: readonly Range[];
}

const RULES = new WeakMap<object, Rule>();

/** A rule as the sheet has it. */
export function ruleOf({ ranges, ...body }: RuleRef, gridOf: (ref: SheetRef) => RangeSheet) {
  return finished({ body, ranges: ranges.map(({ sheet, area }) => gridOf(sheet).rangeWithin(area)) });
}

/** Rules as they travel, or the signature message. */
export function rulesInput(rules: unknown, member: string): RuleRef[] {
  if (!Array.isArray(rules)) throw signatureError(member, [rules]);
  return rules.map((one: unknown) => {
    const rule = RULES.get(Object(one) as object);
    if (!rule) throw signatureError(member, [rules]);
    return { ...rule.body, ranges: rule.ranges.flatMap((range) => placeOf(range) ?? []) };
  });
}

function finished(rule: Rule): Offers<GoogleRule, 'copy' | 'getBooleanCondition' | 'getRanges'> {
  const { criteria, values } = rule.body;
  const found = sealed('SpreadsheetApp.ConditionalFormatRule', {
    toString: () => 'ConditionalFormatRule',
    getRanges: () => [...rule.ranges],
    /** Null for a colour scale. [doc] */
    getBooleanCondition: () =>
      criteria === null
        ? null
        : sealed('SpreadsheetApp.BooleanCondition', {
            toString: () => 'BooleanCondition',
            getCriteriaType: () => BooleanCriteria[criteria as Criterion],
            getCriteriaValues: () => [...values],
          }),
    copy: () => builderOf(rule),
  });
  RULES.set(found, rule);
  return found;
}

/** SpreadsheetApp.newConditionalFormatRule(). */
export function newConditionalFormatRule() {
  return builderOf({ body: { criteria: null, values: [] }, ranges: [] });
}

const MEMBER = 'SpreadsheetApp.ConditionalFormatRuleBuilder';

function builderOf(
  from: Rule,
): Offers<
  GoogleBuilder,
  | 'build'
  | 'setBackground'
  | 'setBold'
  | 'setFontColor'
  | 'setRanges'
  | 'whenFormulaSatisfied'
  | 'whenTextEndsWith'
  | 'whenTextEqualTo'
  | 'whenTextStartsWith'
> {
  let rule = from;
  const look = (key: 'background' | 'fontColor' | 'bold', value: string | boolean | null) => {
    const body = without(rule.body, key);
    rule = { ...rule, body: value === null ? body : { ...body, [key]: value } };
    return builder;
  };
  const when = (member: string, criteria: Criterion) => (value: unknown) => {
    const body = without(rule.body, 'scale');
    rule = { ...rule, body: { ...body, criteria, values: [textFor(`${MEMBER}.${member}`)(value)] } };
    return builder;
  };
  const builder = sealed('SpreadsheetApp.ConditionalFormatRuleBuilder', {
    toString: () => 'ConditionalFormatRuleBuilder',
    whenTextEqualTo: when('whenTextEqualTo', 'TEXT_EQUAL_TO'),
    whenTextStartsWith: when('whenTextStartsWith', 'TEXT_STARTS_WITH'),
    whenTextEndsWith: when('whenTextEndsWith', 'TEXT_ENDS_WITH'),
    whenFormulaSatisfied: when('whenFormulaSatisfied', 'CUSTOM_FORMULA'),
    /** Null clears, here and below. [doc] */
    setBackground: (color: unknown) => look('background', colorFor(`${MEMBER}.setBackground`)(color)),
    setFontColor: (color: unknown) => look('fontColor', colorFor(`${MEMBER}.setFontColor`)(color)),
    setBold: (isBold: unknown) => {
      if (isBold !== null && typeof isBold !== 'boolean') throw signatureError(`${MEMBER}.setBold`, [isBold]);
      return look('bold', isBold);
    },
    setRanges: (ranges: unknown) => {
      if (!Array.isArray(ranges) || !ranges.every((one) => placeOf(one))) {
        throw signatureError(`${MEMBER}.setRanges`, [ranges]);
      }
      rule = { ...rule, ranges: ranges as Range[] };
      return builder;
    },
    build: () => {
      if (rule.ranges.length === 0) throw refusal('ruleWithoutRanges');
      if (rule.body.criteria === null && rule.body.scale === undefined) {
        // What Google says is not established.
        throw missing('A conditional format rule without a condition');
      }
      return finished(rule);
    },
  });
  return builder;
}

function without(body: RuleBody, key: keyof RuleBody): RuleBody {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key)) as unknown as RuleBody;
}
