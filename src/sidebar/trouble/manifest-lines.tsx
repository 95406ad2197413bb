/** The very lines that appsscript.json lacks. */
import type { ProblemText } from '../../core/contract';
import { manifestAdditions, manifestScopes, type ManifestAddition } from '../../core/setup/consent';
import { useCatalogue } from '../language';

const IDENTITIES: Readonly<Record<string, 'app' | 'admin'>> = {
  appScopesMissing: 'app',
  adminScopesMissing: 'admin',
};

/** The lines that a problem asks for; none for most problems. */
export function additionsFor({ code, params }: ProblemText): readonly ManifestAddition[] {
  const identity = IDENTITIES[code];
  if (identity !== undefined) return manifestAdditions(identity);
  return code === 'scopeNotInManifest' && params.scope !== undefined ? [manifestScopes([params.scope])] : [];
}

export function ManifestLines({ additions }: { readonly additions: readonly ManifestAddition[] }) {
  const { settings } = useCatalogue().sidebar;
  return (
    <>
      {additions.map(({ field, values }) => (
        <figure key={field} class="manifest">
          <figcaption>{settings.manifest(field)}</figcaption>
          <pre tabIndex={0} aria-label={field}>
            {values.map((value) => `"${value}"`).join(',\n')}
          </pre>
        </figure>
      ))}
    </>
  );
}
