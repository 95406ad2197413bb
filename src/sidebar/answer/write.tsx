/** Writes an answer beside its question or into the tab, says where it stands, and takes it back. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer, QuestionRow } from '../../core/contract';
import { safeText } from '../../core/locales/safe-text';
import { useAnnounce } from '../announce';
import { Button } from '../button';
import { useCall } from '../call';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { Problem } from '../trouble/problem';

interface WriteProps {
  readonly answer: Answer;
  /** The row that the question was read from. */
  readonly at: QuestionRow | null;
  /** How many people can edit the sheet; null where it is not known. */
  readonly editors: number | null;
  readonly onWritten: () => void;
  /** Stands beside the button. */
  readonly children: ComponentChildren;
}

export function Write({ answer, at, editors, onWritten, children }: WriteProps) {
  const { answer: texts, page } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const { call, run, reset } = useCall('sidebarWrite');
  const undo = useCall('sidebarUndoWrite');
  const show = useCall('sidebarShow');
  const [isUndone, setUndone] = useState(false);
  const written = call.state === 'answered' ? call.value : null;
  const write = async () => {
    setUndone(false);
    const reply = await run(answer, at);
    if (reply === null) return;
    if (!reply.ok) announce(reply.problem.happened, 'assertive');
    else {
      announce(texts.written(reply.value.tab, reply.value.row));
      onWritten();
    }
  };
  const takeBack = async () => {
    if (written === null) return;
    const reply = await undo.run(answer, written);
    if (reply === null) return;
    if (!reply.ok) announce(reply.problem.happened, 'assertive');
    else {
      announce(texts.undone);
      setUndone(true);
      reset();
    }
  };
  const failed = [call, undo.call, show.call].find(({ state }) => state === 'failed');
  return (
    <>
      {written === null ? null : (
        <div class="success">
          <span>
            <Icon name="check" /> {texts.written(safeText(written.tab), written.row)}
          </span>
          <span class="row">
            <Button
              kind="quiet"
              busy={show.call.state === 'busy'}
              onPress={() => void show.run({ tab: written.tabId, row: written.row })}
            >
              {page.show}
            </Button>
            <Button kind="quiet" busy={undo.call.state === 'busy'} onPress={() => void takeBack()}>
              {texts.undo}
            </Button>
          </span>
        </div>
      )}
      <div class="row">
        {written === null ? (
          <Button kind="primary" busy={call.state === 'busy'} onPress={() => void write()}>
            {call.state === 'busy'
              ? texts.writing
              : at === null
                ? texts.writeMemberships
                : texts.write(at.row)}
          </Button>
        ) : null}
        {children}
      </div>
      {written === null ? (
        <p class="small soft">
          {isUndone
            ? texts.undone
            : page.sentences(
                at === null ? texts.memberships : texts.beside(safeText(at.tabName)),
                editors !== null && editors > 1 ? texts.audience(editors) : '',
              )}
        </p>
      ) : null}
      {failed?.state === 'failed' ? <Problem problem={failed.problem} /> : null}
    </>
  );
}
