/** The first view: the form, what can be asked and the last questions; or one question folded to a line, and its answer. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Start } from '../../core/contract';
import { AnswerView } from '../answer/answer';
import { useAnnounce } from '../announce';
import { useCall } from '../call';
import { useCatalogue } from '../language';
import { RosterView } from '../roster/roster';
import type { JobController } from '../rows/job-controller';
import { useDirectory } from '../spaces/directory';
import { SpacesView } from '../spaces/spaces';
import { WhereView } from '../where/where';
import { Asks } from './asks';
import { Form } from './form';
import {
  kindOf,
  needsNames,
  NO_SPACE,
  readDraft,
  type Asked,
  type AskedKind,
  type Draft,
  type SpaceEntry,
  type Wrong,
} from './question';
import { Recents, withRecent, type Recent } from './recents';

interface HomeProps {
  readonly start: Start;
  readonly settings: Start['settings'];
  readonly controller: JobController;
  readonly onRows: () => void;
}

/** A question and which of all it is: the same may be asked twice. */
interface Turn {
  readonly id: number;
  readonly asked: Asked;
}

export function Home({ start, settings, controller, onRows }: HomeProps) {
  const { home } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const directory = useDirectory();
  const [draft, setDraft] = useState(() => draftOf(start));
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState<Turn | null>(null);
  const [recents, setRecents] = useState<readonly Recent[]>(() => recentsOf(start));
  const editors = useEditors(turn !== null);
  const spaceInput = useRef<HTMLInputElement>(null);
  const memberInput = useRef<HTMLInputElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  const goesBack = useRef(false);

  const ask = (asked: Asked) => {
    setWrong(null);
    setTurn((before) => ({ id: (before?.id ?? 0) + 1, asked }));
  };
  const refuse = (problem: Wrong) => {
    setWrong(problem);
    announce(home.wrong, 'assertive');
    (problem.field === 'space' ? spaceInput : memberInput).current?.focus();
  };
  /** Reads the fields; a name is looked for in the list of spaces first. */
  const submit = async () => {
    setBusy(true);
    const spaces = needsNames(draft.space) ? await directory.read() : directory.spaces;
    setBusy(false);
    const read = readDraft(draft, spaces);
    if ('field' in read) refuse(read);
    else ask(read);
  };
  const change = () => {
    goesBack.current = true;
    setTurn(null);
  };
  useLayoutEffect(() => {
    if (turn !== null || !goesBack.current) return;
    goesBack.current = false;
    memberInput.current?.focus();
  }, [turn]);
  useEffect(() => {
    setRecents(recentsOf(start));
  }, [start]);

  if (turn !== null)
    return (
      <Result
        key={turn.id}
        asked={turn.asked}
        editors={editors}
        settings={settings}
        controller={controller}
        onChange={change}
        onRows={onRows}
        onAsk={(asked) => {
          setDraft(draftFor(asked));
          ask(asked);
        }}
        onRecent={(recent) => {
          setRecents((list) => withRecent(list, recent));
        }}
      />
    );
  const choose = (kind: AskedKind) => {
    const [keepsSpace, keepsMember] = [
      kind === 'lookUp' || kind === 'members',
      kind === 'lookUp' || kind === 'where',
    ];
    const next: Draft = {
      space: keepsSpace ? draft.space : NO_SPACE,
      member: keepsMember ? draft.member : '',
      at: kind === kindOf(draft) ? draft.at : null,
    };
    setWrong(null);
    setDraft(next);
    if (keepsSpace && next.space.text === '') spaceInput.current?.focus();
    else if (keepsMember && next.member === '') memberInput.current?.focus();
    else submitButton.current?.focus();
  };
  return (
    <>
      <Form
        draft={draft}
        wrong={wrong}
        busy={busy}
        settings={settings}
        spaceInput={spaceInput}
        memberInput={memberInput}
        submitButton={submitButton}
        onChange={(next) => {
          setWrong(null);
          setDraft(next);
        }}
        onSubmit={() => void submit()}
      />
      <Asks onChoose={choose} onRows={onRows} />
      <Recents
        recents={recents}
        onAsk={(recent) => {
          const next = draftOfRecent(recent);
          setDraft(next);
          const read = readDraft(next, directory.spaces);
          if ('field' in read) refuse(read);
          else ask(read);
        }}
      />
    </>
  );
}

interface ResultProps extends Pick<HomeProps, 'settings' | 'controller' | 'onRows'> {
  readonly asked: Asked;
  readonly editors: number | null;
  readonly onChange: () => void;
  readonly onAsk: (asked: Asked) => void;
  readonly onRecent: (recent: Recent) => void;
}

function Result({ asked, editors, settings, controller, onChange, onRows, onAsk, onRecent }: ResultProps) {
  switch (asked.kind) {
    case 'lookUp':
      return (
        <AnswerView
          asked={asked}
          editors={editors}
          onChange={onChange}
          onAsk={onAsk}
          onAnswer={(answer) => {
            onRecent(recentOf(answer));
          }}
        />
      );
    case 'members':
      return (
        <RosterView
          asked={asked}
          controller={controller}
          onChange={onChange}
          onJob={onRows}
          onListed={onRecent}
        />
      );
    case 'where':
      return (
        <WhereView
          member={asked.member}
          settings={settings}
          controller={controller}
          onChange={onChange}
          onJob={onRows}
        />
      );
    case 'spaces':
      return <SpacesView controller={controller} onChange={onChange} onAsk={onAsk} onJob={onRows} />;
  }
}

function draftOf({ question }: Start): Draft {
  if (question === null) return { space: NO_SPACE, member: '', at: null };
  const { space, member, at } = question;
  return { space: { text: space, chosen: null }, member, at };
}

function draftOfRecent(recent: Recent): Draft {
  const member = recent.kind === 'lookUp' ? recent.member : '';
  return { space: { text: recent.space, chosen: null }, member, at: null };
}

/** The fields of a question that was asked from a card, for `Change`. */
function draftFor(asked: Asked): Draft {
  const entry = (space: string, name: string | null): SpaceEntry =>
    name === null ? { text: space, chosen: null } : { text: name, chosen: { space, name } };
  switch (asked.kind) {
    case 'lookUp':
      return { space: entry(asked.space, asked.spaceName), member: asked.question.member, at: asked.at };
    case 'members':
      return { space: entry(asked.space, asked.spaceName), member: '', at: null };
    case 'where':
      return { space: NO_SPACE, member: asked.member, at: null };
    case 'spaces':
      return { space: NO_SPACE, member: '', at: null };
  }
}

function recentsOf({ recent }: Start): readonly Recent[] {
  return recent.map((question) => ({ kind: 'lookUp', ...question }));
}

function recentOf({ question, verdict, verdictText, displayName, checkedAt }: Answer): Recent {
  return { kind: 'lookUp', ...question, verdict, verdictText, name: displayName, checkedAt };
}

/** How many people can edit the sheet, asked once, when something may be written; null where that is not known. */
function useEditors(isWanted: boolean): number | null {
  const { call, run } = useCall('sidebarEditors');
  const wasAsked = useRef(false);
  useEffect(() => {
    if (!isWanted || wasAsked.current) return;
    wasAsked.current = true;
    void run();
  }, [isWanted, run]);
  return call.state === 'answered' ? (call.value?.length ?? null) : null;
}
