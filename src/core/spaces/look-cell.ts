/** What stands in `Chat worth a look`: the reasons, from what the row of a space holds. */
import type { JobPorts } from '../job/kind';
import { cellOf, cellText } from '../table/cell';
import { countIn, timeIn, typeIn, yesIn, type SpaceCells } from './columns';
import { lookReasons, reasonText } from './look-reasons';

/** The reasons in words, in order; none where nothing is known that would make the space worth a look. */
export function reasonsIn(
  row: SpaceCells,
  ports: Pick<JobPorts, 'catalogue' | 'formatTime' | 'clock'>,
): readonly string[] {
  const cell = (key: keyof SpaceCells) => cellOf(row[key] ?? '');
  const [people, owners, outside] = [
    countIn(cell('people')),
    countIn(cell('ownerCount')),
    countIn(cell('outside')),
  ];
  const isListed = people !== null && owners !== null && outside !== null && timeIn(cell('listed')) !== null;
  const reasons = lookReasons(
    {
      type: typeIn(cell('type')),
      lastActive: timeIn(cell('active')),
      outsidersAllowed: yesIn(cell('outsiders')),
    },
    isListed ? { people, owners, outside } : null,
    ports.clock.now(),
  );
  const formatTime = (milliseconds: number, pattern: string) => ports.formatTime(milliseconds, pattern);
  return reasons.map((reason) => reasonText(reason, ports.catalogue, formatTime, cellText(cell('owners'))));
}

/** The cell of a row whose other cells are as given. */
export function lookCell(
  row: SpaceCells,
  ports: Pick<JobPorts, 'catalogue' | 'formatTime' | 'clock'>,
): SpaceCells {
  return { look: ports.catalogue.spaces.reasons.join(reasonsIn(row, ports)) };
}
