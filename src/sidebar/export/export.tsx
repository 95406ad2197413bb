/** Tables of Rollcall's as CSV files. */
import { useEffect, useState } from 'preact/hooks';
import type { ExportedTable, TableInfo } from '../../core/contract';
import { safeText } from '../../core/locales/safe-text';
import { useAnnounce } from '../announce';
import { Button } from '../button';
import { useCall } from '../call';
import { CopyButton } from '../copy';
import { useCatalogue } from '../language';
import { Problem } from '../trouble/problem';

export function ExportView() {
  const { exportCsv: texts } = useCatalogue().sidebar;
  const { call, run } = useCall('sidebarTables');
  useEffect(() => void run(), [run]);
  if (call.state === 'failed') return <Problem problem={call.problem} level={2} onRetry={() => void run()} />;
  if (call.state !== 'answered')
    return (
      <p class="busy-line soft">
        <span class="spinner" aria-hidden="true" />
        {texts.reading}
      </p>
    );
  if (call.value.length === 0) return <p>{texts.none}</p>;
  return (
    <>
      <p class="small soft">{texts.text}</p>
      {call.value.map((table) => (
        <Table key={table.tab} table={table} />
      ))}
    </>
  );
}

function Table({ table: { tab, name } }: { readonly table: TableInfo }) {
  const { exportCsv: texts } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const { call, run } = useCall('sidebarExport');
  const save = async () => {
    const reply = await run(tab);
    if (reply === null) return;
    if (reply.ok) announce(texts.saved(reply.value.name));
    else announce(reply.problem.happened, 'assertive');
  };
  return (
    <div class="stack">
      <div class="row">
        <Button busy={call.state === 'busy'} onPress={() => void save()}>
          <bdi>{texts.save(safeText(name))}</bdi>
        </Button>
      </div>
      {call.state === 'answered' ? <Made table={call.value} /> : null}
      {call.state === 'failed' ? <Problem problem={call.problem} onRetry={() => void save()} /> : null}
    </div>
  );
}

/** A link to the file, and its text for the clipboard: the frame may not be allowed to save files [not established]. */
export function Made({ table: { name, csv } }: { readonly table: ExportedTable }) {
  const { exportCsv: texts } = useCatalogue().sidebar;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    // The mark at its beginning tells Excel that this is UTF-8.
    const made = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv' }));
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [csv]);
  return (
    <div class="success">
      <span>{texts.saved(name)}</span>
      <span class="row">
        {address === null ? null : (
          <a class="link" href={address} download={name}>
            {texts.download(name)}
          </a>
        )}
        <CopyButton kind="quiet" whole={csv} />
      </span>
    </div>
  );
}
