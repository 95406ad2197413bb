/** The very lines that appsscript.json lacks for asking as the app or as an admin. */
import { manifestAdditions } from '../core/setup/consent';
import { useCatalogue } from './language';

const IDENTITIES: Readonly<Record<string, 'app' | 'admin'>> = {
  appScopesMissing: 'app',
  adminScopesMissing: 'admin',
};

/** Shows the lines that a problem of this code asks for; nothing for other problems. */
export function ManifestLines({ code }: { readonly code: string }) {
  const { settings } = useCatalogue().sidebar;
  const identity = IDENTITIES[code];
  if (identity === undefined) return null;
  return (
    <>
      {manifestAdditions(identity).map(({ field, values }) => (
        <figure key={field} class="lines">
          <figcaption>{settings.manifest(field)}</figcaption>
          <pre tabIndex={0} aria-label={field}>
            {values.map((value) => `"${value}"`).join(',\n')}
          </pre>
        </figure>
      ))}
    </>
  );
}
