/** The whole page: it asks the script what there is, then shows the views. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Start } from '../core/contract';
import { Announcer, useAnnounce } from './announce';
import { AskView } from './ask';
import { Button } from './button';
import { useCall } from './call';
import { JobController, type ControllerView } from './job-controller';
import { useFocusTarget } from './focus';
import { LanguageProvider, useAsk, useCatalogue } from './language';
import { Problem } from './problem';
import { Rights } from './rights';
import { RowsView } from './rows';
import { SettingsView } from './settings';
import { SetupView } from './setup';
import { TabBar, TabPanel } from './tabs';

/** An opening that lasts longer deserves an explanation. */
const PATIENCE_MS = 15_000;

type View = Start['view'] | 'settings';

/** Speaks the browser's language until the script has told the person's. */
export function Sidebar() {
  const [start, setStart] = useState<Start | null>(null);
  return (
    <LanguageProvider locale={start?.locale ?? navigator.language} target={start?.build.target}>
      <Announcer>
        <main>{start === null ? <Opening onOpen={setStart} /> : <Desk start={start} />}</main>
      </Announcer>
    </LanguageProvider>
  );
}

function Opening({ onOpen }: { readonly onOpen: (start: Start) => void }) {
  const { page } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const focusTarget = useFocusTarget();
  const { call, run } = useCall('sidebarStart');
  const [slow, setSlow] = useState(false);
  const open = useCallback(async () => {
    const reply = await run();
    if (reply?.ok === true) onOpen(reply.value);
  }, [run, onOpen]);
  useEffect(() => void open(), [open]);
  useEffect(() => {
    if (call.state !== 'busy') return undefined;
    const timer = setTimeout(() => {
      setSlow(true);
      announce(page.slow);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [call, page, announce]);
  useLayoutEffect(() => {
    if (call.state !== 'failed') return;
    announce(call.problem.happened, 'assertive');
    focusTarget.arrive();
  }, [call, announce, focusTarget]);
  return (
    <div class="stack opening">
      <h1 class="visually-hidden">Rollcall</h1>
      {call.state === 'failed' ? (
        <Problem problem={call.problem} heading={focusTarget.target} level={2} />
      ) : (
        <p class="busy-line">
          <span class="spinner" aria-hidden="true" />
          {page.opening}
        </p>
      )}
      {slow ? <p class="notice">{page.slow}</p> : null}
      {call.state === 'failed' ? (
        <Button
          kind="primary"
          onPress={() => {
            focusTarget.depart();
            void open();
          }}
        >
          {page.tryAgain}
        </Button>
      ) : null}
    </div>
  );
}

function Desk({ start: first }: { readonly start: Start }) {
  const { page } = useCatalogue().sidebar;
  const [start, setStart] = useState(first);
  const [view, setView] = useState<View>(first.view);
  const [settings, setSettings] = useState(first.settings);
  const [controller, job] = useJobController(first);
  const lookedAgain = (now: Start) => {
    setStart(now);
    setSettings(now.settings);
    controller.adopt(now.job);
  };
  const tabs = (['ask', 'rows', 'setup', 'settings'] as const).map((id) => ({
    id,
    label: page.views[id],
    note: id === 'rows' && job.job !== null && job.end === null ? page.jobOpen : undefined,
  }));
  return (
    <>
      <h1 class="visually-hidden">Rollcall</h1>
      <TabBar label={page.views.label} tabs={tabs} active={view} onChoose={setView} />
      <Rights start={start} onLookedAgain={lookedAgain} />
      <TabPanel id="ask" active={view}>
        <AskView selected={first.question} recent={start.recent} settings={settings} />
      </TabPanel>
      <TabPanel id="rows" active={view}>
        <RowsView controller={controller} view={job} active={view === 'rows'} />
      </TabPanel>
      <TabPanel id="setup" active={view}>
        <SetupView />
      </TabPanel>
      <TabPanel id="settings" active={view}>
        <SettingsView settings={settings} onSaved={setSettings} />
      </TabPanel>
    </>
  );
}

/** The drive lives as long as the page: a job goes on while another view is open. */
function useJobController(start: Start): readonly [JobController, ControllerView] {
  const ask = useAsk();
  const [view, setView] = useState<ControllerView>(() => JobController.viewOf(start.job));
  const controller = useMemo(() => new JobController(ask, start.job, setView), []);
  return [controller, view];
}
