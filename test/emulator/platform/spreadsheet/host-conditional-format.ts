/** Calls of a Sheet, outside: its conditional formats. */
import type { HostService, Running } from '../host';
import { withinGrid } from './area';
import { namesOtherSheet, type ConditionalRule } from './conditional-format';
import { Refusal } from './refusal';
import type { ScriptView } from './script-view';
import type { Tab } from './tab';
import type { RuleRef } from './wire';

export function conditionalFormatCalls(scriptView: ScriptView): HostService {
  return {
    getConditionalFormatRules: (running: Running, sheet: number): readonly RuleRef[] => {
      const tab = scriptView.tab(running, sheet);
      return tab.conditionalRules.map(({ areas, ...body }) => ({
        ...body,
        ranges: areas.map((area) => ({ sheet: tab.ref, area: withinGrid(area, tab.size) })),
      }));
    },
    /** Replaces every rule of the sheet. [doc] A rule that is refused is refused with the other writes. [not established] */
    setConditionalFormatRules: (running: Running, sheet: number, rules: readonly RuleRef[]): void => {
      scriptView.changeLater(
        running,
        sheet,
        (tab) => {
          tab.conditionalRules = rules.map(stored);
        },
        (tab) => {
          if (!rules.every((rule) => isWithin(tab, rule))) throw new Refusal('ruleOfOtherSheet');
        },
      );
    },
  };
}

function stored({ ranges, ...body }: RuleRef): ConditionalRule {
  return { ...body, areas: ranges.map(({ area }) => area) };
}

function isWithin(tab: Tab, { ranges, criteria, values }: RuleRef): boolean {
  const formulas = criteria === 'CUSTOM_FORMULA' ? values.map(String) : [];
  return (
    ranges.every(({ sheet }) => sheet.id === tab.id) &&
    !formulas.some((formula) => namesOtherSheet(formula, tab.name))
  );
}
