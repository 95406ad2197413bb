/** One question and its answer: asked when it appears, asked again when the person wants that. */
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Answer } from '../../core/contract';
import { safeText } from '../../core/locales/safe-text';
import { useAnnounce } from '../announce';
import { useCall } from '../call';
import { AskedLine } from '../home/asked-line';
import { Nexts, type Next } from '../home/nexts';
import type { Asked } from '../home/question';
import { useCatalogue } from '../language';
import { useDirectory } from '../spaces/directory';
import { Problem } from '../trouble/problem';
import { AnswerCard, WaitingCard } from './card';

interface AnswerViewProps {
  readonly asked: Extract<Asked, { kind: 'lookUp' }>;
  /** How many people can edit the sheet; null where it is not known. */
  readonly editors: number | null;
  readonly onChange: () => void;
  readonly onAsk: (asked: Asked) => void;
  readonly onAnswer: (answer: Answer) => void;
}

export function AnswerView({ asked, editors, onChange, onAsk, onAnswer }: AnswerViewProps) {
  const { answer: texts } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const { isAllowed } = useDirectory();
  const { call, run } = useCall('sidebarLookUp');
  const heading = useRef<HTMLHeadingElement>(null);
  const { question, spaceName, space, at } = asked;
  const report = useRef(onAnswer);
  report.current = onAnswer;
  const ask = useCallback(async () => {
    announce(texts.asking);
    const reply = await (spaceName === null ? run(question) : run(question, spaceName));
    if (reply?.ok === true) report.current(reply.value);
  }, [announce, texts, run, question, spaceName]);
  useEffect(() => void ask(), [ask]);
  useLayoutEffect(() => {
    if (call.state === 'answered') announce(call.value.sentence);
    if (call.state === 'failed') announce(call.problem.happened, 'assertive');
    takeFocus(heading.current);
  }, [call, announce]);

  const name = call.state === 'answered' ? safeText(call.value.displayName ?? '') : '';
  const nexts: readonly Next[] = [
    {
      key: 'who',
      icon: 'people',
      text: call.state === 'answered' && call.value.verdict === 'member' ? texts.whoElse : texts.who,
      onPress: () => {
        onAsk({ kind: 'members', space, spaceName });
      },
    },
    ...(isAllowed && question.member !== ''
      ? [
          {
            key: 'where',
            icon: 'space' as const,
            text: name === '' ? texts.where : <WhereElse name={name} />,
            onPress: () => {
              onAsk({ kind: 'where', member: question.member });
            },
          },
        ]
      : []),
  ];
  return (
    <>
      <AskedLine space={space} onChange={onChange} />
      {call.state === 'failed' ? (
        <Problem problem={call.problem} heading={heading} level={2} onRetry={() => void ask()} />
      ) : call.state === 'answered' ? (
        <AnswerCard
          answer={call.value}
          at={at}
          editors={editors}
          heading={heading}
          onRetry={() => void ask()}
          onWritten={() => undefined}
          onGroups={() => {
            onAsk({ kind: 'members', space, spaceName });
          }}
        />
      ) : (
        <WaitingCard member={question.member || question.space} heading={heading} onCancel={onChange} />
      )}
      {call.state === 'answered' ? <Nexts nexts={nexts} /> : null}
    </>
  );
}

/** The name stands apart from the direction of the words around it. */
function WhereElse({ name }: { readonly name: string }) {
  const { answer } = useCatalogue().sidebar;
  const [before = '', after = ''] = answer.whereElse(PLACE).split(PLACE);
  return (
    <>
      {before}
      <bdi>{name}</bdi>
      {after}
    </>
  );
}

/** Stands for the name. */
const PLACE = '\u0000';

/** What had the focus went with the form or with the card before; whoever is elsewhere is not called back. */
export function takeFocus(heading: HTMLHeadingElement | null): void {
  if (document.hasFocus() && document.activeElement === document.body) heading?.focus();
}
