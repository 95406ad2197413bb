/** Why a space is worth a look: what its numbers say, and nothing where they are not known. */
import type { Composition, SpaceType } from '../contract';
import type { Catalogue } from '../locales/catalogue';
import { safeText } from '../locales/safe-text';

/** What is known of a space without a listing. Times in milliseconds since the epoch. */
export interface SpaceFacts {
  readonly type: SpaceType;
  readonly lastActive: number | null;
  readonly outsidersAllowed: boolean | null;
}

/** The numbers of a listing that count here. */
export type LookNumbers = Pick<Composition, 'people' | 'owners' | 'outside'>;

export type LookReason =
  | { readonly is: 'noOwner' }
  | { readonly is: 'oneOwner' }
  | { readonly is: 'mostlyOutside'; readonly outside: number; readonly people: number }
  /** `since`: milliseconds since the epoch. */
  | { readonly is: 'quiet'; readonly since: number };

/** One owner is few from so many people on. */
const MANY_PEOPLE = 20;
const QUIET_MS = 180 * 24 * 60 * 60_000;

/**
 * Tells why a space is worth a look. `numbers` is null where it has not been listed completely. Only named spaces have owners:
 * in direct messages and unnamed group chats everybody has the same role [doc].
 */
export function lookReasons(
  { type, lastActive, outsidersAllowed }: SpaceFacts,
  numbers: LookNumbers | null,
  now: number,
): readonly LookReason[] {
  const reasons: LookReason[] = [];
  if (numbers !== null && type === 'space' && numbers.people > 0) {
    const { people, owners, outside } = numbers;
    if (owners === 0) reasons.push({ is: 'noOwner' });
    if (owners === 1 && people >= MANY_PEOPLE) reasons.push({ is: 'oneOwner' });
    if (outside * 2 > people) reasons.push({ is: 'mostlyOutside', outside, people });
  }
  if (outsidersAllowed === true && lastActive !== null && now - lastActive > QUIET_MS)
    reasons.push({ is: 'quiet', since: lastActive });
  return reasons;
}

/** A reason in words. `formatTime` writes a time in the sheet's zone; `owner` is the name of the only owner, where it is known. */
export function reasonText(
  reason: LookReason,
  { spaces }: Pick<Catalogue, 'spaces'>,
  formatTime: (milliseconds: number, pattern: string) => string,
  owner = '',
): string {
  const { reasons, monthPattern } = spaces;
  switch (reason.is) {
    case 'noOwner':
      return reasons.noOwner;
    case 'oneOwner':
      return reasons.oneOwner(safeText(owner));
    case 'mostlyOutside':
      return reasons.mostlyOutside(reason.outside, reason.people);
    case 'quiet':
      return reasons.quiet(formatTime(reason.since, monthPattern));
  }
}
