import type {
  PackageCompleted,
  PackageProposed,
  PackageReinstated,
  PackageTerminated,
  PackageWithdrawn,
  TerminationReversed,
  WorkTerminated,
} from '@app/domain/events';
import { TerminatePackage } from '@app/domain/support-package/terminate-package/terminate-package.command';
import { because, defineProcess, type EventOf } from '@app/event-sourcing';

interface Work {
  /** Open packages by id. */
  readonly open: Readonly<Record<string, true>>;
  readonly termination?: { readonly revision: number; readonly behind: ReturnType<typeof because> };
}

const opened = (work: Work, id: string): Work => ({ ...work, open: { ...work.open, [id]: true } });
const closed = (work: Work, id: string): Work => {
  const { [id]: _gone, ...open } = work.open;
  return { ...work, open };
};

/** Ends every proposed, returned and approved package of a partner whose work was terminated (G17). An instance per partner. */
export const packageTermination = defineProcess<
  Work,
  EventOf<
    | typeof PackageProposed
    | typeof PackageWithdrawn
    | typeof PackageCompleted
    | typeof PackageTerminated
    | typeof PackageReinstated
    | typeof WorkTerminated
    | typeof TerminationReversed
  >
>({
  name: 'package-termination',
  version: 1,
  inForceFrom: '2021-09-02',
  key: ({ data }, { category, streamId }) => (category === 'partner' ? streamId : 'partner' in data ? data.partner : undefined),
  initial: () => ({ open: {} }),
  on: {
    PackageProposed: (work, _data, { streamId }) => opened(work, streamId),
    PackageReinstated: (work, _data, { streamId }) => opened(work, streamId),
    PackageWithdrawn: (work, _data, { streamId }) => closed(work, streamId),
    PackageCompleted: (work, _data, { streamId }) => closed(work, streamId),
    PackageTerminated: (work, _data, { streamId }) => closed(work, streamId),
    WorkTerminated: (work, _data, meta) => ({ ...work, termination: { revision: meta.revision, behind: because(meta) } }),
    TerminationReversed: ({ termination: _reversed, ...work }) => work,
  },
  next: ({ open, termination }) =>
    termination === undefined
      ? []
      : Object.keys(open).map((id) => ({
          send: Object.assign(new TerminatePackage(), { termination: termination.revision }),
          to: id,
          step: `terminate~${id}~${termination.revision}`,
          because: termination.behind,
        })),
});
