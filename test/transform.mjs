/** Turns TypeScript into JavaScript for jest with esbuild. */
import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';

export default {
  process(source, file, { supportsStaticESM }) {
    const { code } = transformSync(source, {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      format: supportsStaticESM ? 'esm' : 'cjs',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcefile: file,
      sourcemap: 'inline',
    });
    return { code };
  },
  getCacheKey(source, file, { supportsStaticESM }) {
    return createHash('sha256')
      .update([version, file, String(supportsStaticESM), source].join('\0'))
      .digest('hex');
  },
};
