import { type Result } from '../result';
/** Who asks: `me` stands for this address; null where it is not known. */
export interface CurrentUser {
  readonly me: string | null;
}
/** What a field says. */
export type Said =
  | {
      readonly kind: 'nothing';
    }
  | {
      readonly kind: 'membership';
      readonly space: string;
      readonly member: string;
    }
  | {
      readonly kind: 'space';
      readonly space: string;
    }
  | {
      readonly kind: 'member';
      readonly member: string;
    }
  | {
      readonly kind: 'me';
    }
  /** A bare id may be a space's or a member's; digits are a member's wherever there is a choice. */
  | {
      readonly kind: 'id' | 'digits';
      readonly id: string;
    };
/** A field, read. */
export interface Reading {
  readonly said: Said;
  /** Found among words: clear enough to be asked, too little to tell a column of questions by. */
  readonly amongWords: boolean;
  /** The text, as a message may repeat it. */
  readonly text: string;
}
/** Reads a field. A secret in it is neither understood nor repeated. */
export declare function readField(typed: string, currentUser: CurrentUser): Result<Reading>;
/** The address that `me` stands for; null where nobody knows it. */
export declare function addressOf({ me }: CurrentUser): string | null;
/** The id that a field names alone; empty where it names none. */
export declare function idOf(said: Said): string;
