import { addDays, endOfMonth, type Day } from '@app/calendar';
import { earlier, fact, first, id, overBefore, reported, stayOf, termOf, type Data, type Fact, type Owed } from './owed-facts';
import type { Entry } from './world';

export function ofContract(what: string, own: readonly Entry[]): Owed[] {
  const term = termOf(own);
  if (!term) return [];
  const { binding, ends, end } = term;
  const of = (type: string, test: (data: Data) => boolean = () => true) =>
    own.filter(({ event }) => event.type === type && test(event.data));
  const met = (type: string, test?: (data: Data) => boolean): Fact | undefined => of(type, test).map(fact)[0];
  /** The first of a kind, on the day that was recorded for it last. */
  const metOn = (type: string, correction: string, test: (entry: Entry) => boolean): Fact | undefined => {
    const recorded = of(type).filter(test).map(fact)[0];
    return recorded && { ...recorded, on: of(correction).filter(test).map(fact).at(-1)?.on ?? recorded.on };
  };
  const start: Day = binding.commencesOn;
  const found: Owed[] = [];
  const quality = addDays(start, 14); // C11
  const notHeld = of('QualityDiscussionWithdrawn').at(-1)?.meta.revision ?? -1;
  found.push({
    id: id('quality_approach', what, start),
    from: start,
    due: quality,
    met: metOn('QualityApproachDiscussed', 'QualityApproachCorrected', ({ meta }) => meta.revision > notHeld),
    ended: overBefore(quality, ends),
    level: 1,
  });
  const breakOn: Day | undefined = (of('OrderPlaced').at(-1)!.event.data as Data).breakOn; // C4
  if (breakOn)
    found.push({
      id: id('break_answer', what, breakOn),
      from: start,
      due: breakOn,
      met: of('BreakAnswered')
        .filter(({ meta }) => !of('BreakAnswerWithdrawn', ({ corrects }) => corrects === meta.revision).length)
        .map(fact)[0],
      ended: overBefore(breakOn, ends),
      level: 3,
    });
  for (const { event } of of('ManagementInformationRequested')) {
    // C12
    const { request, requestedOn, dueOn } = event.data as Data;
    const asked = (data: Data): boolean => data.request === request;
    const cancelled = met('ManagementInformationRequestCancelled', asked);
    const never = of('ManagementInformationWithdrawn', asked).at(-1)?.meta.revision ?? -1;
    found.push({
      id: id('management_information', what, request),
      from: requestedOn,
      due: dueOn,
      met: metOn(
        'ManagementInformationProvided',
        'ManagementInformationCorrected',
        ({ event, meta }) => asked(event.data) && meta.revision > never,
      ),
      ended: first(cancelled, overBefore(dueOn, ends)),
      level: 1,
      series: `management_information ${what}`,
    });
  }
  const reports = (from: Day, area?: string) =>
    own.filter(
      ({ event }) =>
        (event.type === 'ReportSubmitted' || event.type === 'ReportReturned') &&
        (event.data as Data).period === from &&
        (event.data as Data).area === area,
    );
  const report = (from: Day, to: Day, area?: string): void => {
    const period = area === undefined ? from : `${area}.${from}`;
    found.push({
      id: id('monthly_report', what, period),
      from,
      ...reported(addDays(to, 10), reports(from, area), 5),
      level: 1,
      series: `monthly_report ${what} ${area}`,
    });
  };
  for (let from = start; from <= end; from = addDays(endOfMonth(from), 1)) report(from, earlier(endOfMonth(from), end)); // C9
  const rhythms = new Map<string, { from: Day; periodDays?: number }[]>(); // C10
  for (const { event } of own) {
    const { area, from, periodDays, leaving } = event.data as Data;
    if (event.type === 'ReportingIncreased' || event.type === 'ReportingEased')
      rhythms.set(area, [...(rhythms.get(area) ?? []).filter((before) => before.from < from), { from, periodDays }]);
    if (event.type === 'AreaPassingWithdrawn') for (const one of leaving) rhythms.delete(one); // reading 26
  }
  for (const [area, changes] of rhythms) {
    const { entered = '', left = '9999' } = stayOf(own, area) ?? { left: '' };
    for (const [index, { from: begins, periodDays }] of changes.entries()) {
      const last = earlier(changes[index + 1] ? addDays(changes[index + 1]!.from, -1) : end, end);
      for (let from = begins; periodDays !== undefined && from <= last; from = addDays(from, periodDays))
        if (entered <= from && from < left) report(from, earlier(addDays(from, periodDays - 1), last), area);
    }
  }
  found.push({
    id: id('confidentiality_review', what, 'end'),
    from: addDays(end, 1),
    due: addDays(end, 60),
    met: of('ConfidentialityDecided')
      .map(fact)
      .filter(({ on }) => on > end)
      .at(-1),
    level: 1,
  }); // P1
  return found;
}
