/** Writes an answer into the sheet and says where it stands. */
import { useLayoutEffect } from 'preact/hooks';
import type { Answer } from '../core/contract';
import { useAnnounce } from './announce';
import { Button } from './button';
import { useCall } from './call';
import { useCatalogue } from './language';
import { Problem } from './problem';

interface WriteButtonProps {
  readonly answer: Answer;
  readonly onWritten: () => void;
}

export function WriteButton({ answer, onWritten }: WriteButtonProps) {
  const { ask } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const { call, run, reset } = useCall('sidebarWrite');
  // Another answer has not been written yet.
  useLayoutEffect(reset, [answer, reset]);
  const write = async () => {
    const reply = await run(answer, null);
    if (reply === null) return;
    if (!reply.ok) announce(reply.problem.happened, 'assertive');
    else {
      const { tab, row, updated } = reply.value;
      announce(updated ? ask.updated(tab, row) : ask.written(tab, row));
      onWritten();
    }
  };
  return (
    <>
      <Button kind="primary" busy={call.state === 'busy'} onPress={() => void write()}>
        {call.state === 'busy' ? ask.writing : ask.write}
      </Button>
      {call.state === 'answered' ? (
        <p class="success full">
          {call.value.updated
            ? ask.updated(call.value.tab, call.value.row)
            : ask.written(call.value.tab, call.value.row)}
        </p>
      ) : null}
      {call.state === 'failed' ? (
        <div class="full">
          <Problem problem={call.problem} />
        </div>
      ) : null}
    </>
  );
}
