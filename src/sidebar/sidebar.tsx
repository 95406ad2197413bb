/** The whole page: it asks the script what there is, then shows the views. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Start } from '../core/contract';
import { Announcer, useAnnounce } from './announce';
import { useCall } from './call';
import { ExportView } from './export/export';
import { useFocusTarget } from './focus';
import { HelpView } from './help/help';
import { Home } from './home/home';
import { LanguageProvider, useAsk, useCatalogue } from './language';
import { MoreMenu, type MenuItem } from './more-menu';
import { Notice } from './notice';
import { JobController, type ControllerView } from './rows/job-controller';
import { RowsView } from './rows/rows';
import { SettingsView } from './settings/settings';
import { SetupView } from './setup/setup';
import { DirectoryProvider } from './spaces/directory';
import { Strip } from './strip';
import { Problem } from './trouble/problem';
import { NAMES, Rights } from './trouble/rights';
import { BackBar, ViewBar, ViewPanel } from './views';

/** An opening that lasts longer deserves an explanation. */
const PATIENCE_MS = 15_000;

type View = 'ask' | 'rows';
/** What is needed rarely, above the views. */
type Page = 'setup' | 'report' | 'settings' | 'exportCsv' | 'help';

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
    <div class="panel opening">
      <h1 class="visually-hidden">Rollcall</h1>
      {call.state === 'failed' ? (
        <Problem
          problem={call.problem}
          heading={focusTarget.target}
          level={2}
          onRetry={() => {
            focusTarget.depart();
            void open();
          }}
        />
      ) : (
        <p class="busy-line soft">
          <span class="spinner" aria-hidden="true" />
          {page.opening}
        </p>
      )}
      {slow ? <p class="notice">{page.slow}</p> : null}
    </div>
  );
}

function Desk({ start: first }: { readonly start: Start }) {
  const catalogue = useCatalogue();
  const { page: texts } = catalogue.sidebar;
  const [start, setStart] = useState(first);
  const [view, setView] = useState<View>(first.view === 'rows' ? 'rows' : 'ask');
  const [page, setPage] = useState<Page | null>(first.view === 'setup' ? 'setup' : null);
  const [settings, setSettings] = useState(first.settings);
  const [controller, job] = useJobController(first);
  useTheme(settings.theme);
  const lookedAgain = (now: Start) => {
    setStart(now);
    setSettings(now.settings);
    controller.adopt(now.job);
  };
  const views = (['ask', 'rows'] as const).map((id) => ({ id, label: texts.views[id] }));
  const openJob = job.end === null ? job.job : null;
  return (
    <DirectoryProvider isAllowed={!start.refused.includes(NAMES)}>
      <h1 class="visually-hidden">Rollcall</h1>
      {page === null ? (
        <ViewBar views={views} active={view} onChoose={setView}>
          <More settings={settings} build={start.build} onSettings={setSettings} onPage={setPage} />
        </ViewBar>
      ) : (
        <BackBar
          title={titleOf(page, catalogue)}
          onBack={() => {
            setPage(null);
          }}
        />
      )}
      {page === null && view !== 'rows' && openJob !== null ? (
        <Strip
          job={openJob}
          isRunning={job.stepping}
          onShow={() => {
            setView('rows');
          }}
        />
      ) : null}
      <div class="banners" hidden={page !== null}>
        <Rights start={start} onLookedAgain={lookedAgain} />
        {start.notices.map((notice) => (
          <Notice key={notice.code + notice.happened} problem={notice} />
        ))}
      </div>
      <div hidden={page !== null}>
        <ViewPanel id="ask" active={view}>
          <Home
            start={start}
            settings={settings}
            controller={controller}
            onRows={() => {
              setView('rows');
            }}
          />
        </ViewPanel>
        <ViewPanel id="rows" active={view}>
          <RowsView controller={controller} view={job} active={view === 'rows' && page === null} />
        </ViewPanel>
      </div>
      {page === null ? null : (
        <div class="panel">
          {page === 'setup' || page === 'report' ? (
            <SetupView
              key={page}
              isReport={page === 'report'}
              build={start.build}
              onReport={() => {
                setPage('report');
              }}
            />
          ) : null}
          {page === 'settings' ? <SettingsView settings={settings} onSaved={setSettings} /> : null}
          {page === 'exportCsv' ? <ExportView /> : null}
          {page === 'help' ? <HelpView /> : null}
        </div>
      )}
    </DirectoryProvider>
  );
}

interface MoreProps {
  readonly settings: Start['settings'];
  readonly build: Start['build'];
  readonly onSettings: (settings: Start['settings']) => void;
  readonly onPage: (page: Page) => void;
}

function More({ settings, build, onSettings, onPage }: MoreProps) {
  const { more, page: texts } = useCatalogue().sidebar;
  const { run } = useCall('sidebarSaveSettings');
  const page = (id: Page, icon: MenuItem['icon']): MenuItem => ({
    icon,
    label: more[id],
    onPress: () => {
      onPage(id);
    },
  });
  const changeTheme = () => {
    const { theme, ...rest } = settings;
    const next = theme === 'dark' ? rest : { ...rest, theme: 'dark' as const };
    // The colours change at once; whether they are kept for the next time matters less.
    onSettings(next);
    void run(next);
  };
  return (
    <MoreMenu
      items={[
        page('setup', 'shield'),
        page('settings', 'settings'),
        page('exportCsv', 'outside'),
        { icon: 'moon', label: more.dark, checked: settings.theme === 'dark', onPress: changeTheme },
        page('help', 'help'),
        page('report', 'flag'),
      ]}
      note={more.version(build.version, settings.as === 'user' ? more.asYourself : texts.asWhom[settings.as])}
    />
  );
}

function titleOf(page: Page, { sidebar }: ReturnType<typeof useCatalogue>): string {
  const { setup, settings, help, exportCsv } = sidebar;
  switch (page) {
    case 'setup':
      return setup.title;
    case 'report':
      return setup.reportTitle;
    case 'settings':
      return settings.title;
    case 'exportCsv':
      return exportCsv.title;
    case 'help':
      return help.title;
  }
}

/** The drive lives as long as the page: a job goes on while another view is open. */
function useJobController(start: Start): readonly [JobController, ControllerView] {
  const ask = useAsk();
  const [view, setView] = useState<ControllerView>(() => JobController.viewOf(start.job));
  const controller = useRef<JobController | null>(null);
  controller.current ??= new JobController(ask, start.job, setView);
  return [controller.current, view];
}

/** Light unless the person chose otherwise. */
function useTheme(theme: Start['settings']['theme']): void {
  useLayoutEffect(() => {
    if (theme === undefined) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
