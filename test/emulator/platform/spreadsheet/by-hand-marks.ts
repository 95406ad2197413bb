/** What people put on areas by hand: merges, protection, validation, filters, types, conditional formats. */
import type { MarkEditor } from '../../manual-editor';
import { a1Of, overlap } from './area';
import type { Hand } from './by-hand';
import { withContent } from './cell';
import { describe } from './host-metadata';
import type { Protection } from './marks';
import { Refusal } from './refusal';

export function markEditor(hand: Hand): MarkEditor {
  return {
    merge: (name, range) => {
      hand.change(name, (tab) => {
        const area = hand.area(tab, range);
        tab.merges = [...tab.merges, area];
        // What the first cell covers loses its content.
        tab.write(area, (cell, down, right) => (down + right === 0 ? cell : withContent(cell, '')));
      });
    },
    unmerge: (name, range) => {
      hand.change(name, (tab) => {
        const area = hand.area(tab, range);
        tab.merges = tab.merges.filter((merge) => !overlap(merge, area));
      });
    },
    protect: (name, range, editors) => {
      hand.change(name, (tab) => {
        const area = range === null ? null : hand.area(tab, range);
        tab.protections = [...tab.protections, { area, editors }];
      });
    },
    unprotect: (name, range) => {
      hand.change(name, (tab) => {
        const wanted = range === null ? null : a1Of(hand.area(tab, range));
        const place = ({ area }: Protection): string | null => area && a1Of(area);
        tab.protections = tab.protections.filter((one) => place(one) !== wanted);
      });
    },
    validate: (name, range, allowed) => {
      hand.change(name, (tab) => {
        tab.validations = [...tab.validations, { area: hand.area(tab, range), allowed }];
      });
    },
    checkbox: (name, range, [ticked, unticked] = [true, false]) => {
      hand.change(name, (tab) => {
        const area = hand.area(tab, range);
        tab.validations = [...tab.validations, { area, allowed: [ticked, unticked], checkbox: true }];
        tab.write(area, (cell) => (cell.value === '' ? withContent(cell, unticked) : cell));
      });
    },
    filter: (name, range) => {
      hand.change(name, (tab) => {
        const area = hand.area(tab, range);
        if (tab.filter) throw new Refusal('filterExists');
        if (tab.typedColumns.some((column) => overlap(column.area, area)))
          throw new Refusal('filterOverTable');
        tab.filter = area;
      });
    },
    unfilter: (name) => {
      hand.change(name, (tab) => {
        tab.filter = null;
        for (const row of tab.rows) row.hiddenByFilter = false;
      });
    },
    typeColumn: (name, range, type) => {
      hand.change(name, (tab) => {
        tab.typedColumns = [...tab.typedColumns, { area: hand.area(tab, range), type }];
      });
    },
    conditionalFormat: (name, ranges, rule) => {
      hand.change(name, (tab) => {
        const areas = ranges.map((range) => hand.area(tab, range));
        tab.conditionalRules = [...tab.conditionalRules, { ...rule, areas }];
      });
    },
    conditionalFormats: (name) =>
      hand.tab(name).conditionalRules.map(({ areas, ...rule }) => ({ ...rule, ranges: areas.map(a1Of) })),
    metadata: () =>
      hand.book.metadata.map(describe).map(({ key, value, sheet, area }) => ({
        key,
        value: value ?? '',
        tab: sheet.name,
        at: area === null ? '' : a1Of(area),
      })),
  };
}
