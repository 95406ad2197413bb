/** A job with other rights than one's own: what whoever can open the sheet should know, and the question before one goes on with it. */
import type { JobView, ProblemText } from '../../core/contract';
import { Button } from '../button';
import { useCatalogue } from '../language';
import { Banner } from '../notice';
import type { JobController } from './job-controller';

interface PrivilegedProps {
  readonly job: JobView;
  readonly isRunning: boolean;
}

export function Privileged({ job: { as, foreign }, isRunning }: PrivilegedProps) {
  const { privileged } = useCatalogue().sidebar.job;
  if (as === 'user') return null;
  return (
    <Banner kind="info" title={as === 'admin' ? privileged.title : privileged.titleApp}>
      <p>{privileged.text}</p>
      {foreign && !isRunning ? <p>{privileged.yours}</p> : null}
    </Banner>
  );
}

interface TakeOverProps {
  readonly controller: JobController;
  readonly problem: ProblemText | null;
  readonly onLeave: () => void;
}

/** Somebody else's job with rights of theirs: it goes on with one's own only if one says so. */
export function TakeOver({ controller, problem, onLeave }: TakeOverProps) {
  const { privileged } = useCatalogue().sidebar.job;
  return (
    <>
      <p>{problem?.cause}</p>
      <div class="row">
        <Button kind="primary" onPress={() => void controller.resume(true)}>
          {privileged.continue}
        </Button>
        <Button onPress={onLeave}>{privileged.leave}</Button>
      </div>
    </>
  );
}
