import {
  ConfidentialityDecided,
  DesignationLifted,
  InformationDesignated,
  OrderDeclined,
  OrderPlaced,
  OrderWithdrawn,
  RequirementImposed,
  RequirementLapsed,
  RequirementReleased,
  RequirementReopened,
  RequirementRescheduled,
  RequirementWaived,
  WaiverWithdrawn,
} from '@app/domain/events';
import type { DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { confidentialityReviews } from './confidentiality-reviews';
import type { ConfidentialityReviewRow } from './confidentiality-reviews.view';

const given = specForProjection<ConfidentialityReviewRow, DomainEvent<string, any>>(confidentialityReviews as never);
const onContract = (event: unknown, number = 'CON_1', meta: object = {}) =>
  recorded(event as DomainEvent, { stream: `contract-${number}`, ...meta });
const onDuty = (event: unknown, duty = 'requirement-confidentiality_review~1') => recorded(event as DomainEvent, { stream: duty });

const placed = OrderPlaced({ title: 'Advice', areas: ['931', '887'] } as never);
const row: ConfidentialityReviewRow = { title: 'Advice', areas: ['931', '887'], status: 'in-force', designations: [] };
const imposed = RequirementImposed({
  definition: 'confidentiality-review',
  what: 'contract-CON_1',
  due: '2025-05-30',
} as never);
const lapsed = RequirementLapsed({ judgedAt: '2025-05-30T23:01:00.000Z' } as never);

/** The same happens to neither the other contract nor one that was never placed. */
function shows(events: readonly Past<DomainEvent<string, any>>[], change: Partial<ConfidentialityReviewRow> | null): void {
  given(onContract(placed), onContract(placed, 'CON_2'), ...events).rows({ ...(change && { CON_1: { ...row, ...change } }), CON_2: row });
  given(onContract(placed, 'CON_2'), ...events).rows({ CON_2: row });
}

describe('reviews of confidentiality (P1)', () => {
  it('know of every contract what was designated, and no longer what was lifted', () => {
    const designated = onContract(InformationDesignated({ designation: 'c1', record: 'contract-CON_1@7', what: 'sealed', reason: 'r' }));
    const other = onContract(InformationDesignated({ designation: 'c2', what: 'sealed too', reason: 'r' }));
    const both = [
      { designation: 'c1', record: 'contract-CON_1@7', what: 'sealed' },
      { designation: 'c2', what: 'sealed too' },
    ];
    shows([other, designated], { designations: both });
    shows([other, designated, onContract(DesignationLifted({ designation: 'c1', reason: 'r' }))], { designations: both.slice(1) });
  });

  it('are due after the end, and overdue once that day has passed', () => {
    shows([onDuty(imposed)], { status: 'due', dueOn: '2025-05-30' });
    shows([onDuty(imposed), onDuty(lapsed)], { status: 'overdue', dueOn: '2025-05-30', lapsed: true });
    shows([onDuty(imposed), onDuty(lapsed, 'requirement-other~1')], { status: 'due', dueOn: '2025-05-30' });
  });

  it('are no other duties', () =>
    shows([onDuty(RequirementImposed({ definition: 'monthly-report', what: 'contract-CON_1', due: '2024-01-01' } as never))], {}));

  it.each([
    [false, { status: 'due', dueOn: '2025-06-30' }],
    [true, { status: 'overdue', dueOn: '2025-06-30', lapsed: true }],
  ] as const)('are due on another day (still lapsed: %p)', (stillLapsed, change) =>
    shows([onDuty(imposed), onDuty(lapsed), onDuty(RequirementRescheduled({ due: '2025-06-30', stillLapsed } as never))], change),
  );

  it('are owed no longer when the end was taken back, or the duty waived', () => {
    shows([onDuty(imposed), onDuty(lapsed), onDuty(RequirementReleased({} as never))], {});
    const waived = onDuty(RequirementWaived({ reason: 'r' } as never));
    const withdrawn = onDuty(WaiverWithdrawn({ reason: 'r' } as never));
    shows([onDuty(imposed), waived], { status: 'waived', dueOn: '2025-05-30' });
    shows([onDuty(imposed), waived, withdrawn], { status: 'due', dueOn: '2025-05-30' });
    shows([onDuty(imposed), onDuty(lapsed), waived, withdrawn], { status: 'overdue', dueOn: '2025-05-30', lapsed: true });
  });

  it('are due again where what was decided came before the end as it stands now', () => {
    const decided = onContract(ConfidentialityDecided({ endsOn: '2024-03-31', staysConfidential: [], reason: 'r' } as never));
    const reopened = onDuty(RequirementReopened({} as never));
    const rescheduled = onDuty(RequirementRescheduled({ due: '2026-05-30', stillLapsed: false } as never));
    shows([onDuty(imposed), decided, reopened, rescheduled], { status: 'due', dueOn: '2026-05-30' });
    shows([onDuty(imposed), onDuty(lapsed), decided, reopened], { status: 'overdue', dueOn: '2025-05-30', lapsed: true });
  });

  it('end with the decision, which stands whatever becomes of the duty', () => {
    const decided = onContract(
      ConfidentialityDecided({ endsOn: '2025-03-31', staysConfidential: ['unpublished-dsg'], reason: 'r' } as never),
      'CON_1',
      { who: 'u-1', recordedAt: '2025-04-20T09:00:00.000Z' },
    );
    const change: Partial<ConfidentialityReviewRow> = {
      status: 'decided',
      dueOn: '2025-05-30',
      endsOn: '2025-03-31',
      staysConfidential: ['unpublished-dsg'],
      decidedOn: '2025-04-20',
      decidedBy: 'u-1',
    };
    shows([onDuty(imposed), decided], change);
    shows([onDuty(imposed), decided, onDuty(lapsed), onDuty(RequirementReleased({} as never))], change);
  });

  it.each([
    ['withdrawn', OrderWithdrawn({} as never)],
    ['declined', OrderDeclined({} as never)],
  ])('are none of an order that was %s', (_what, event) => shows([onContract(event)], null));
});
