/** The view of a single question: two fields, the answer, the last questions at hand. */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Answer, Question, Settings } from '../core/contract';
import { useAnnounce } from './announce';
import { Button } from './button';
import { useCall, type Call } from './call';
import { Card } from './card';
import { Field } from './field';
import { useFocusTarget, type FocusTarget } from './focus';
import { useCatalogue } from './language';
import { Problem } from './problem';
import { Recent } from './recent';

/** As many as the sheet gives when the sidebar opens. */
const MOST_RECENT = 10;

interface AskProps {
  /** What is selected in the sheet stands in the fields already. */
  readonly selected: Question | null;
  readonly recent: readonly Question[];
  readonly settings: Settings;
}

export function AskView({ selected, recent: first, settings }: AskProps) {
  const catalogue = useCatalogue();
  const { ask } = catalogue.sidebar;
  const announce = useAnnounce();
  const focusTarget = useFocusTarget();
  const { call, run } = useCall('sidebarLookUp');
  const [question, setQuestion] = useState<Question>(selected ?? { space: '', member: '' });
  const [asked, setAsked] = useState<Question | null>(null);
  const [recent, setRecent] = useState(first);
  // A question that differs from the one under way may be asked at once: it takes its place.
  const busy = call.state === 'busy' && asked !== null && isSame(asked, question);
  const lookUp = (one: Question) => {
    focusTarget.depart();
    setAsked(one);
    announce(ask.busy);
    void run(one);
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    lookUp(question);
  };
  useLayoutEffect(() => {
    if (call.state === 'answered') announce(call.value.sentence);
    if (call.state === 'failed') announce(call.problem.happened, 'assertive');
    if (call.state === 'answered' || call.state === 'failed') focusTarget.arrive();
  }, [call, announce, focusTarget]);
  useEffect(() => {
    setRecent(first);
  }, [first]);
  return (
    <>
      <form class="stack" onSubmit={submit} aria-labelledby="ask-title">
        <h2 id="ask-title">{ask.title}</h2>
        {settings.as === 'user' ? null : <p class="as">{ask.as(catalogue.identities[settings.as])}</p>}
        <Field
          label={ask.space}
          hint={ask.spaceHint}
          value={question.space}
          onChange={(space) => {
            setQuestion({ ...question, space });
          }}
        />
        <Field
          label={ask.member}
          hint={ask.memberHint}
          value={question.member}
          onChange={(member) => {
            setQuestion({ ...question, member });
          }}
        />
        <Button kind="primary" type="submit" busy={busy}>
          {ask.submit}
        </Button>
      </form>
      <Result
        call={call}
        focusTarget={focusTarget}
        onWritten={(answer) => {
          setRecent((list) =>
            [answer.question, ...list.filter((one) => !isSame(one, answer.question))].slice(0, MOST_RECENT),
          );
        }}
      />
      <Recent
        questions={recent}
        onAsk={(one) => {
          setQuestion(one);
          lookUp(one);
        }}
      />
    </>
  );
}

interface ResultProps {
  readonly call: Call<Answer>;
  readonly focusTarget: FocusTarget;
  readonly onWritten: (answer: Answer) => void;
}

function Result({ call, focusTarget, onWritten }: ResultProps) {
  const { ask } = useCatalogue().sidebar;
  switch (call.state) {
    case 'idle':
      return <p class="empty">{ask.empty}</p>;
    case 'busy':
      return (
        <div class="card waiting">
          <div class="bones" aria-hidden="true">
            <span />
            <span />
            <span />
          </div>
          <p>{ask.busy}</p>
        </div>
      );
    case 'failed':
      return <Problem problem={call.problem} heading={focusTarget.target} />;
    case 'answered':
      return (
        <Card
          answer={call.value}
          heading={focusTarget.target}
          onWritten={() => {
            onWritten(call.value);
          }}
        />
      );
  }
}

function isSame(a: Question, b: Question): boolean {
  return a.space === b.space && a.member === b.member;
}
