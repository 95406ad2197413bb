/** E-mail addresses: found in what people paste, and checked. */
import { type Result } from '../result';
/** Tells whether a text is an address that can be asked for: in lower case, whole, nothing around it. */
export declare function isAddress(text: string): boolean;
/** Lists all that look like addresses in a text, each once, in lower case: `Name <mail>`, `mailto:`, `%40`, and among words. */
export declare function addressesIn(text: string): readonly string[];
/** Tells whether a text is an address and nothing else, or a name and its address. */
export declare function isNamedAddress(text: string): boolean;
/** Checks an address that was found: the address, or what is wrong with it. */
export declare function checkAddress(address: string): Result<string>;
