import type { ContractEvent } from '@app/domain/events';
import { changed, inOrder, present, put, standingIn, withoutRecord } from '../lists';
import type { ContractAdviceDay, ContractMonthDays, ContractRow } from './contract-register.view';
import type { ContractLines } from './term-lines';

type Data<T extends ContractEvent['type']> = Extract<ContractEvent, { type: T }>['data'];

const dayOf = ({ day }: { day: string }): string => day;
const onOf = ({ on }: { on: string }): string => on;
const monthOf = ({ day }: { day: string }): string => day.slice(0, 7);

const adviceOf = ({ day, area, person, minutes, onSite }: Data<'AdviceDayRecorded'>, record: number): ContractAdviceDay => ({
  day,
  area,
  person,
  minutes,
  onSite,
  record,
});

/** Each date of each person is one day of the allocation, whatever areas it served (C2, readings 21 and 25). */
function monthsOf(advice: readonly ContractAdviceDay[]): ContractMonthDays[] {
  const months = [...new Set(advice.map(monthOf))];
  return months.map((month) => {
    const inMonth = advice.filter((one) => monthOf(one) === month);
    const areas = [...new Set(inMonth.map(({ area }) => area))].sort();
    return {
      month,
      days: datesIn(inMonth),
      areas: areas.map((area) => {
        const ofArea = inMonth.filter((one) => one.area === area);
        return {
          area,
          minutes: ofArea.reduce((total, { minutes }) => total + minutes, 0),
          dates: datesIn(ofArea),
          onSite: datesIn(ofArea.filter(({ onSite }) => onSite)),
        };
      }),
    };
  });
}

const datesIn = (advice: readonly ContractAdviceDay[]): number => new Set(advice.map(({ day, person }) => `${day} ${person}`)).size;

const withAdvice = (row: ContractRow, advice: ContractAdviceDay[]): ContractRow => ({ ...row, advice, months: monthsOf(advice) });

const onMeeting = (row: ContractRow, meeting: string, change: Partial<ContractRow['meetings'][number]>): ContractRow => ({
  ...row,
  meetings: inOrder(
    changed(
      row.meetings,
      (one) => one.meeting === meeting,
      (one) => ({ ...one, ...change }),
    ),
    onOf,
  ),
});

const heldBy = ({ heldOn, represented, absent }: Data<'MeetingHeld'>) => ({ on: heldOn, status: 'held' as const, represented, absent });

const onRequest = (row: ContractRow, request: string, change: Partial<ContractRow['requests'][number]>): ContractRow => ({
  ...row,
  requests: changed(
    row.requests,
    (one) => one.request === request,
    (one) => ({ ...one, ...change }),
  ),
});

const withoutAnswer = (row: ContractRow, request: string): ContractRow => ({
  ...row,
  requests: changed(
    row.requests,
    (one) => one.request === request,
    ({ providedOn: _withdrawn, ...one }) => ({ ...one, status: 'open' }),
  ),
});

const withDiagnostic = (row: ContractRow, { diagnostic, area, madeOn, madeBy }: Data<'DiagnosticRecorded'>): ContractRow => ({
  ...row,
  diagnostics: put(
    row.diagnostics,
    (one) => one.diagnostic === diagnostic,
    { diagnostic, area, madeOn, madeBy },
    (one) => one.madeOn,
  ),
});

/** Days, visits, liaison, meetings and requests (C2, C12 to C14, C18, C19). */
export const deliveryLines: ContractLines = {
  AdviceDayRecorded: (row, data, { revision }) => row && withAdvice(row, inOrder([...row.advice, adviceOf(data, revision)], dayOf)),
  AdviceDayCorrected: (row, data, { revision }) =>
    row && withAdvice(row, standingIn(row.advice, data.corrects, adviceOf(data, revision), dayOf)),
  AdviceDayWithdrawn: (row, { corrects }) => row && withAdvice(row, withoutRecord(row.advice, corrects)),
  VisitsAgreed: (row, { area, visitsPerMonth, from }) =>
    row && {
      ...row,
      visits: put(
        row.visits,
        (one) => one.area === area,
        { area, visitsPerMonth, from },
        (one) => one.area,
      ),
    },
  DiagnosticRecorded: (row, data) => row && withDiagnostic(row, data),
  DiagnosticCorrected: (row, data) => row && withDiagnostic(row, data),
  DiagnosticWithdrawn: (row, { diagnostic }) =>
    row && { ...row, diagnostics: row.diagnostics.filter((one) => one.diagnostic !== diagnostic) },
  ProgrammeLiaisonRecorded: (row, { area, programme, day }, { revision }) =>
    row && { ...row, liaisons: inOrder([...row.liaisons, { area, programme, day, record: revision }], dayOf) },
  ProgrammeLiaisonCorrected: (row, { corrects, area, programme, day }, { revision }) =>
    row && { ...row, liaisons: standingIn(row.liaisons, corrects, { area, programme, day, record: revision }, dayOf) },
  ProgrammeLiaisonWithdrawn: (row, { corrects }) => row && { ...row, liaisons: withoutRecord(row.liaisons, corrects) },
  MeetingScheduled: (row, { meeting, kind, area, on }) =>
    row && {
      ...row,
      meetings: put(row.meetings, (one) => one.meeting === meeting, present({ meeting, kind, area, on, status: 'scheduled' }), onOf),
    },
  MeetingHeld: (row, data) => row && onMeeting(row, data.meeting, heldBy(data)),
  MeetingCorrected: (row, data) => row && onMeeting(row, data.meeting, heldBy(data)),
  MeetingRecordWithdrawn: (row, { meeting, kind, area, scheduledOn }) =>
    row && {
      ...row,
      meetings: put(
        row.meetings,
        (one) => one.meeting === meeting,
        present({ meeting, kind, area, on: scheduledOn, status: 'scheduled' }),
        onOf,
      ),
    },
  MeetingCancelled: (row, { meeting }) => row && onMeeting(row, meeting, { status: 'cancelled' }),
  ManagementInformationRequested: (row, { request, area, requestedOn, dueOn }) =>
    row && {
      ...row,
      requests: inOrder([...row.requests, present({ request, area, requestedOn, dueOn, status: 'open' as const })], (one) => one.dueOn),
    },
  ManagementInformationProvided: (row, { request, providedOn }) => row && onRequest(row, request, { status: 'provided', providedOn }),
  ManagementInformationCorrected: (row, { request, providedOn }) => row && onRequest(row, request, { providedOn }),
  ManagementInformationWithdrawn: (row, { request }) => row && withoutAnswer(row, request),
  ManagementInformationRequestCancelled: (row, { request }) => row && onRequest(row, request, { status: 'cancelled' }),
};
