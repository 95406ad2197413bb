/** Takes everything of Rollcall's out of the sheet: first it shows what would go, then it is confirmed. */
import { useAnnounce } from '../announce';
import { Button } from '../button';
import { useCall } from '../call';
import { useCatalogue } from '../language';
import { Problem } from '../trouble/problem';
import { safeText } from '../../core/locales/safe-text';

export function Erase() {
  const { erase: texts } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const look = useCall('sidebarEraseSummary');
  const { call, run, reset } = useCall('sidebarErase');
  const erase = async () => {
    if (look.call.state !== 'answered') return;
    const reply = await run(look.call.value);
    if (reply?.ok === true) {
      announce(texts.erased);
      look.reset();
    } else if (reply !== null) announce(reply.problem.happened, 'assertive');
  };
  const failed = [look.call, call].find(({ state }) => state === 'failed');
  const shown = look.call.state === 'answered' ? look.call.value : null;
  return (
    <section class="stack" aria-labelledby="erase-title">
      <h2 id="erase-title" class="sub">
        {texts.title}
      </h2>
      <p class="small">{texts.text}</p>
      {call.state === 'answered' ? <p class="success">{texts.erased}</p> : null}
      {failed?.state === 'failed' ? <Problem problem={failed.problem} /> : null}
      {shown === null ? (
        <div class="row">
          <Button
            busy={look.call.state === 'busy'}
            onPress={() => {
              reset();
              void look.run();
            }}
          >
            {look.call.state === 'busy' ? texts.looking : texts.look}
          </Button>
        </div>
      ) : (
        <>
          <ul class="dots small">
            {shown.tabs.length === 0 ? null : <li>{texts.tabs(shown.tabs.map((tab) => safeText(tab)))}</li>}
            {shown.columns.map(({ tab, columns }) => (
              <li key={tab}>{texts.columns(safeText(tab), columns)}</li>
            ))}
            <li>{texts.rest}</li>
          </ul>
          <div class="row">
            <Button busy={call.state === 'busy'} onPress={() => void erase()}>
              {call.state === 'busy' ? texts.erasing : texts.erase}
            </Button>
            <Button kind="quiet" onPress={look.reset}>
              {texts.keep}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
