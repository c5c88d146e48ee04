import { addDays, type Day } from '@app/calendar';
import { areasOn, standingFor } from '@app/domain/contract/contract.areas';
import type {
  BreakAnswered,
  BreakAnswerWithdrawn,
  ConfidentialityDecided,
  ManagementInformationCorrected,
  ManagementInformationProvided,
  ManagementInformationRequestCancelled,
  ManagementInformationRequested,
  ManagementInformationWithdrawn,
  OrderPlaced,
  QualityApproachCorrected,
  QualityApproachDiscussed,
  QualityDiscussionWithdrawn,
} from '@app/domain/events';
import type { EventOf } from '@app/event-sourcing';
import { calendarDaysAfter, onDay, withReminders } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause } from '../requirement-engine/row';
import { endedWith, termEnd, termLines, type TermEvent, type WithTerm } from './contract-term';

interface WithAnswer extends WithTerm {
  readonly answeredBy?: Cause;
}

const answered = ({ answeredBy }: { answeredBy?: Cause | undefined }) => (answeredBy === undefined ? {} : { metBy: answeredBy });

interface QualityFacts extends WithAnswer {
  readonly undoneBy?: Cause;
}

/** The approach to quality is discussed within the first two weeks of appointment; the day of appointment is not counted (C11). */
export const qualityApproach = defineWatch<
  QualityFacts,
  TermEvent | EventOf<typeof QualityApproachDiscussed | typeof QualityApproachCorrected | typeof QualityDiscussionWithdrawn>
>({
  of: 'contract',
  initial: () => ({}),
  on: {
    ...termLines<QualityFacts>(),
    QualityApproachDiscussed: (facts, _data, meta) => ({ ...facts, answeredBy: facts.answeredBy ?? causeOf(meta) }),
    QualityApproachCorrected: (facts, { discussedOn }) =>
      facts.answeredBy ? { ...facts, answeredBy: { ...facts.answeredBy, effectiveOn: discussedOn } } : facts,
    QualityDiscussionWithdrawn: ({ answeredBy: _withdrawn, ...facts }, _data, meta) => ({ ...facts, undoneBy: causeOf(meta) }),
  },
  duties: ({ term, answeredBy, undoneBy }) =>
    term
      ? [
          {
            period: term.commencesOn,
            from: term.commencesOn,
            areas: areasOn(term, term.commencesOn),
            due: ({ calendarDays }) => calendarDaysAfter(term.commencesOn, calendarDays!, 'appointment'),
            imposedBy: term.bindingBy,
            ...answered({ answeredBy }),
            ...(undoneBy && { undoneBy }),
            ...endedWith(term),
          },
        ]
      : [],
});

interface BreakFacts extends WithTerm {
  readonly breakOn?: Day;
  /** In the order in which they were given: the first one that was not taken back meets it. */
  readonly answers: readonly { readonly revision: number; readonly by: Cause }[];
  readonly undoneBy?: Cause;
}

/** The break point is a decision that must be answered, with reminders before it (C4, reading 12). */
export const breakAnswer = defineWatch<
  BreakFacts,
  TermEvent | EventOf<typeof OrderPlaced | typeof BreakAnswered | typeof BreakAnswerWithdrawn>
>({
  of: 'contract',
  initial: () => ({ answers: [] }),
  on: {
    ...termLines<BreakFacts>(),
    OrderPlaced: (facts, { breakOn }) => (breakOn === undefined ? facts : { ...facts, breakOn }),
    OrderCorrected: (facts, data, meta) => {
      const { breakOn: _before, ...corrected } = termLines<BreakFacts>().OrderCorrected(facts, data, meta);
      return data.breakOn === undefined ? corrected : { ...corrected, breakOn: data.breakOn };
    },
    BreakAnswered: (facts, data, meta) => ({
      ...termLines<BreakFacts>().BreakAnswered(facts, data, meta),
      answers: [...facts.answers, { revision: meta.revision, by: causeOf(meta) }],
    }),
    BreakAnswerWithdrawn: (facts, data, meta) => ({
      ...termLines<BreakFacts>().BreakAnswerWithdrawn(facts, data, meta),
      answers: facts.answers.filter(({ revision }) => revision !== data.corrects),
      undoneBy: causeOf(meta),
    }),
  },
  duties: ({ term, breakOn, answers, undoneBy }) =>
    term && breakOn
      ? [
          {
            period: breakOn,
            from: term.commencesOn,
            areas: areasOn(term, breakOn),
            due: ({ firstReminderDays, secondReminderDays }) =>
              withReminders(onDay(breakOn, 'the break point of the order'), [firstReminderDays!, secondReminderDays!, 0]),
            imposedBy: term.bindingBy,
            ...answered({ answeredBy: answers[0]?.by }),
            ...(undoneBy && { undoneBy }),
            ...endedWith(term),
          },
        ]
      : [],
});

interface Request {
  readonly by: Cause;
  readonly requestedOn: Day;
  readonly dueOn: Day;
  readonly area?: string;
  readonly answeredBy?: Cause;
  readonly cancelledBy?: Cause;
  readonly undoneBy?: Cause;
}

interface RequestFacts extends WithTerm {
  readonly requests: Readonly<Record<string, Request>>;
}

const onRequest = (facts: RequestFacts, id: string, change: (request: Request) => Request): RequestFacts => {
  const request = facts.requests[id];
  return request ? { ...facts, requests: { ...facts.requests, [id]: change(request) } } : facts;
};

/**
 * Management information is made available when the contract manager requests it (C12): by the areas that are in the contract on the day on
 * which it is due, since an open duty passes to an area's successors (reading 26).
 */
export const managementInformation = defineWatch<
  RequestFacts,
  | TermEvent
  | EventOf<
      | typeof ManagementInformationRequested
      | typeof ManagementInformationProvided
      | typeof ManagementInformationCorrected
      | typeof ManagementInformationWithdrawn
      | typeof ManagementInformationRequestCancelled
    >
>({
  of: 'contract',
  initial: () => ({ requests: {} }),
  on: {
    ...termLines<RequestFacts>(),
    ManagementInformationRequested: (facts, { request, requestedOn, dueOn, area }, meta) => ({
      ...facts,
      requests: { ...facts.requests, [request]: { by: causeOf(meta), requestedOn, dueOn, ...(area === undefined ? {} : { area }) } },
    }),
    ManagementInformationProvided: (facts, { request }, meta) =>
      onRequest(facts, request, (one) => ({ ...one, answeredBy: causeOf(meta) })),
    ManagementInformationCorrected: (facts, { request, providedOn }) =>
      onRequest(facts, request, ({ answeredBy, ...one }) => ({
        ...one,
        ...(answeredBy && { answeredBy: { ...answeredBy, effectiveOn: providedOn } }),
      })),
    ManagementInformationWithdrawn: (facts, { request }, meta) =>
      onRequest(facts, request, ({ answeredBy: _withdrawn, ...one }) => ({ ...one, undoneBy: causeOf(meta) })),
    ManagementInformationRequestCancelled: (facts, { request }, meta) =>
      onRequest(facts, request, (one) => ({ ...one, cancelledBy: causeOf(meta) })),
  },
  duties: ({ term, requests }) =>
    term
      ? Object.entries(requests).map(([id, { by, requestedOn, dueOn, area, answeredBy, cancelledBy, undoneBy }]) => ({
          period: id.replaceAll('~', '.'),
          series: '',
          from: requestedOn,
          areas: area === undefined ? areasOn(term, dueOn) : standingFor(term, area, dueOn),
          due: () => onDay(dueOn, 'the day that the request names'),
          imposedBy: by,
          ...answered({ answeredBy }),
          ...(undoneBy && { undoneBy }),
          ended: [...(cancelledBy ? [{ by: cancelledBy, because: 'The request was cancelled' }] : []), termEnd(term)],
        }))
      : [],
});

/** After the contract's end a person decides what stays confidential; what was decided before the end as it stands now does not count (P1, reading 17). */
export const confidentialityReview = defineWatch<WithAnswer, TermEvent | EventOf<typeof ConfidentialityDecided>>({
  of: 'contract',
  initial: () => ({}),
  on: {
    ...termLines<WithAnswer>(),
    ConfidentialityDecided: (facts, _data, meta) => ({ ...facts, answeredBy: causeOf(meta) }),
  },
  duties: ({ term, answeredBy }) =>
    term
      ? [
          {
            period: 'end',
            from: addDays(term.endsOn, 1),
            areas: areasOn(term, term.endsOn),
            due: ({ calendarDays }) => calendarDaysAfter(term.endsOn, calendarDays!, 'the end of the contract'),
            imposedBy: term.endSetBy,
            ...(answeredBy && answeredBy.effectiveOn > term.endsOn && { metBy: answeredBy }),
          },
        ]
      : [],
});
