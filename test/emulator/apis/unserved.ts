/** Methods that Google has and the emulator has not: their requests are answered with their names, not with "not found". */
import { CHAT } from './discovery/chat';
import { CLOUD_IDENTITY } from './discovery/cloudidentity';
import { IAM_CREDENTIALS } from './discovery/iamcredentials';

/** Method, path as a pattern, id. */
const UNSERVED = [CHAT, CLOUD_IDENTITY, IAM_CREDENTIALS].flatMap(({ others }) =>
  Object.entries(others).map(([id, request]) => {
    const [http = '', flatPath = ''] = request.split(' ');
    return { id, http, path: new RegExp(`^/${pathPattern(flatPath)}$`) };
  }),
);

/** `v1/spaces/{spacesId}` as a regular expression: an id is everything up to the next `/`, or to a `:` that the path has itself. */
function pathPattern(flatPath: string): string {
  return flatPath
    .replace(/[.+*?^$()[\]|\\]/g, '\\$&')
    .replace(/\{\w+\}/g, '[^/:]+')
    .replace(/:/g, (colon, at: number, whole: string) => (whole.startsWith(':]+', at) ? colon : '(?::|%3A)'));
}

/** The id of the method that Google would answer with; undefined where Google has none either. */
export function unservedMethod(http: string, path: string): string | undefined {
  // Every discovery document names an address for batches; whether Chat's works is not established.
  if (http === 'POST' && path === '/batch') return 'batch';
  return UNSERVED.find((one) => one.http === http && one.path.test(path))?.id;
}
