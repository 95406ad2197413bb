/** The whole page: an editor for one spreadsheet, as far as a script in it can tell. */
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { connect, type Act } from './connection';
import { useEditing } from './editing';
import { cellParts, menusOf, type MenuContext } from './editor-menus';
import { FormulaLine } from './formula-line';
import { Frame } from './frame';
import { Grid } from './grid';
import { Guide } from './guide';
import { LogPanel } from './log-panel';
import { MenuList } from './menu-list';
import { Modal } from './modal';
import { Notices } from './notices';
import { QuestionDialog } from './questions';
import { Rail } from './rail';
import { cellRange, rangeName, usedPart, type Range } from './ranges';
import { EMPTY, reduce, selectionOf } from './state';
import { Tabs } from './tabs';
import { TopBar } from './top-bar';
import { CATALOGUES } from './locales/catalogue';
import { EnvironmentPanel } from './environment-panel';

export function App() {
  const [state, send] = useReducer(reduce, EMPTY);
  const connection = useMemo(
    () =>
      connect(send, () => {
        send({ type: 'connectionLost' });
      }),
    [],
  );
  const [input, setInput] = useState('');
  const [cellMenu, setCellMenu] = useState<{ readonly left: number; readonly top: number } | null>(null);
  const focus = useRef<HTMLTextAreaElement>(null);

  const { situation, activeTab } = state;
  const catalogue = CATALOGUES[situation?.locale ?? 'en'];
  const tab = state.tabs.find(({ name }) => name === activeTab);
  const selection = selectionOf(state);
  const active = selection.at(-1) ?? cellRange(1, 1);

  const act: Act = async (action) => {
    const reply = await connection.act(action);
    // What a script did wrong is told by the server, or to the script's own page.
    if (!reply.ok && action.do !== 'menu' && action.do !== 'run') {
      send({ type: 'failure', message: reply.message });
    }
    return reply;
  };
  const editing = useEditing(act, activeTab, active, input);
  const release = () => focus.current?.focus({ preventScroll: true });

  useEffect(() => {
    document.documentElement.lang = situation?.locale ?? 'en';
    document.title = state.fileName;
  }, [situation?.locale, state.fileName]);
  useEffect(release, [state.page, activeTab]);
  useEffect(() => {
    if (!cellMenu) return undefined;
    const close = ({ target }: Event) => {
      if (!(target instanceof Element) || !target.closest('.cell-menu')) setCellMenu(null);
    };
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
    };
  }, [cellMenu]);

  if (!situation || !tab)
    return <Notices {...{ state, catalogue }} dismissFailure={ignore} dismissToast={ignore} />;

  const select = (ranges: readonly Range[]) => {
    send({ type: 'select', tab: tab.name, ranges });
  };
  const selected = { tab: tab.name, ranges: selection.map(rangeName) };
  const run = (name: string, args: readonly unknown[]) => act({ do: 'run', name, args, selection: selected });
  const clear = () => {
    for (const range of selection) {
      const { row, column, toRow, toColumn } = usedPart(range, tab);
      const line = Array.from({ length: toColumn - column + 1 }, () => '');
      const texts = Array.from({ length: toRow - row + 1 }, () => line);
      void act({ do: 'type', tab: tab.name, row, column, texts });
    }
  };
  const context: MenuContext = {
    ...{ act, tab, selection, active, clear, catalogue },
    run: (functionName) => void act({ do: 'menu', functionName, selection: selected }),
  };
  const closeSidebar = () => {
    send({ type: 'closeSidebar' });
    release();
  };
  const closeHtmlDialog = () => {
    send({ type: 'closeHtmlDialog' });
  };
  const [question] = state.questions;
  const closePanel = () => {
    if (state.panel) send({ type: 'togglePanel', panel: state.panel });
    release();
  };

  return (
    <div class="editor">
      <TopBar
        fileName={state.fileName}
        menus={menusOf(context, state.menus)}
        situation={situation}
        chooseLocale={(locale) => void act({ do: 'locale', locale })}
        openEnvironment={() => {
          if (state.panel !== 'environment') send({ type: 'togglePanel', panel: 'environment' });
        }}
        release={release}
        catalogue={catalogue}
      />
      {state.guide && (
        <Guide
          catalogue={catalogue}
          menus={state.menus}
          close={() => {
            send({ type: 'closeGuide' });
            release();
          }}
        />
      )}
      <FormulaLine {...{ active, input, editing, select, release, catalogue }} />
      <div class="middle">
        <main class="sheet">
          <Grid
            key={`${state.page} ${tab.id}`}
            {...{
              act,
              fetchRows: connection.fetchRows,
              tab,
              selection,
              select,
              editing,
              focus,
              clear,
              catalogue,
            }}
            openMenu={(left, top) => {
              setCellMenu({ left, top });
            }}
            onActiveInput={setInput}
          />
          <Tabs
            tabs={state.tabs}
            active={tab.name}
            label={catalogue.sheets}
            choose={(name) => {
              send({ type: 'select', tab: name, ranges: state.selections[name] ?? [cellRange(1, 1)] });
            }}
          />
        </main>
        {state.sidebar && (
          <aside class="sidebar" aria-label={state.sidebar.title}>
            <header class="sidebar-head">
              <h2>{state.sidebar.title}</h2>
              <button type="button" class="icon-button" aria-label={catalogue.close} onClick={closeSidebar}>
                ✕
              </button>
            </header>
            <Frame {...state.sidebar} run={run} close={closeSidebar} focusEditor={release} />
          </aside>
        )}
        {state.panel === 'environment' && (
          <EnvironmentPanel {...{ situation, act, catalogue }} close={closePanel} />
        )}
        {state.panel === 'log' && <LogPanel log={state.log} close={closePanel} catalogue={catalogue} />}
        <Rail
          open={state.panel}
          faultPresets={situation.faultPresets.filter(({ on }) => on).length}
          toggle={(panel) => {
            send({ type: 'togglePanel', panel });
          }}
          catalogue={catalogue}
        />
      </div>
      {cellMenu && (
        <div class="cell-menu">
          <MenuList
            label={catalogue.menus.edit}
            parts={cellParts(context)}
            place={cellMenu}
            leave={ignore}
            close={() => {
              setCellMenu(null);
              release();
            }}
          />
        </div>
      )}
      {state.htmlDialog && (
        <Modal
          kind="html"
          title={state.htmlDialog.title}
          closeLabel={catalogue.close}
          close={closeHtmlDialog}
        >
          <div
            class="html-dialog"
            style={{ width: `${state.htmlDialog.width}px`, height: `${state.htmlDialog.height}px` }}
          >
            <Frame
              {...state.htmlDialog}
              run={run}
              close={closeHtmlDialog}
              focusEditor={release}
              size={(size) => {
                send({ type: 'sizeDialog', ...size });
              }}
            />
          </div>
        </Modal>
      )}
      {question && (
        <QuestionDialog
          key={question.id}
          question={question}
          answer={(answer) => {
            send({ type: 'answered', id: answer.id });
            void act(answer);
          }}
          {...{ fileName: state.fileName, scriptName: state.scriptName, situation, catalogue }}
        />
      )}
      <Notices
        {...{ state, catalogue }}
        dismissFailure={() => {
          send({ type: 'dismissFailure' });
        }}
        dismissToast={(key) => {
          send({ type: 'dismissToast', key });
        }}
      />
    </div>
  );
}

function ignore(): void {
  // There is nothing to be done yet.
}
