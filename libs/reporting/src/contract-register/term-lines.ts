import { addDays } from '@app/calendar';
import type { ContractEvent } from '@app/domain/events';
import type { Lines } from '@app/event-sourcing';
import { inOrder, present, put, standingIn } from '../lists';
import type { ContractProfessional, ContractRow } from './contract-register.view';

type Data<T extends ContractEvent['type']> = Extract<ContractEvent, { type: T }>['data'];

export type ContractLines = Lines<ContractRow | undefined, ContractEvent, ContractRow | undefined>;

/** Whole months by which a contract can be extended in all (C6). */
const EXTENSION_MONTHS = 12;

const fromOf = ({ from }: { from: string }): string => from;

/** The name stays sealed as it was recorded. */
const professionalOf = ({ subject, name, contact, from }: Data<'ProfessionalNamed'>, record: number): ContractProfessional =>
  present({ subject, name, contact, from, record });

const withProfessionals = (row: ContractRow, professionals: readonly ContractProfessional[]): ContractRow =>
  present({ ...row, professionals: [...professionals], professional: professionals.at(-1)?.subject });

const placedBy = (data: Data<'OrderPlaced'>): ContractRow =>
  present({
    title: data.title,
    supplier: data.supplier,
    references: data.references,
    areas: data.areas,
    areaPassings: [],
    status: 'placed',
    acceptances: [],
    professionals: [],
    orderedOn: data.orderedOn,
    commencesOn: data.commencesOn,
    completesOn: data.completesOn,
    endsOn: data.completesOn,
    breakOn: data.breakOn,
    extensionMonths: 0,
    extensionLeft: EXTENSION_MONTHS,
    noticeBy: data.extensionNoticeBy,
    rightEnded: false,
    maximumPence: data.maximumPence,
    invoicedPence: 0,
    approvedPence: 0,
    paidPence: 0,
    remainingPence: data.maximumPence,
    invoices: [],
    callOff: [],
    months: [],
    advice: [],
    visits: [],
    rhythms: [],
    lastReports: [],
    liaisons: [],
    meetings: [],
    requests: [],
    diagnostics: [],
  });

const correctedBy = ({ breakOn: _before, ...row }: ContractRow, data: Data<'OrderCorrected'>): ContractRow =>
  present({
    ...row,
    title: data.title,
    supplier: data.supplier,
    references: data.references,
    areas: [...new Set([...data.areas, ...row.areaPassings.flatMap(({ successors }) => successors)])],
    status: row.status === 'completed' && row.endsOn !== data.endsOn ? ('binding' as const) : row.status,
    orderedOn: data.orderedOn,
    commencesOn: data.commencesOn,
    completesOn: data.completesOn,
    endsOn: data.endsOn,
    breakOn: data.breakOn,
    noticeBy: row.extensionMonths === 0 ? data.extensionNoticeBy : row.noticeBy,
    rightEnded: row.rightEnded && row.endsOn === data.endsOn,
    maximumPence: data.presentMaximumPence,
    remainingPence: data.presentMaximumPence - row.approvedPence,
  });

const accepted = (row: ContractRow, { party, acceptedOn }: Pick<Data<'OrderAccepted'>, 'party' | 'acceptedOn'>): ContractRow => ({
  ...row,
  acceptances: put(
    row.acceptances,
    (one) => one.party === party,
    { party, acceptedOn },
    (one) => one.party,
  ),
});

const withCallOff = (row: ContractRow, daysPerMonth: string, from: string): ContractRow => ({
  ...row,
  callOff: put(row.callOff, (one) => one.from === from, { daysPerMonth, from }, fromOf),
});

function extended(before: ContractRow, data: Data<'ContractExtended'>): ContractRow {
  const { noticeGivenOn: _given, offer: _offer, ...row } = before;
  const next = present<ContractRow>({
    ...row,
    status: 'binding',
    endsOn: data.completion,
    extensionMonths: data.totalMonths,
    extensionLeft: EXTENSION_MONTHS - data.totalMonths,
    noticeBy: data.extensionNoticeBy,
    rightEnded: false,
  });
  return data.callOffDays === undefined ? next : withCallOff(next, data.callOffDays, addDays(data.previousEnd, 1));
}

/** With an end as it follows where something was taken back; a completion stays where the end does. */
const endedAnew = (row: ContractRow, endsOn: string, endedEarly: boolean): ContractRow => {
  const status = endedEarly ? 'ended-early' : row.status === 'completed' && row.endsOn === endsOn ? 'completed' : 'binding';
  return present({ ...row, status, endsOn });
};

/** As before the extension: its notice and its offer stand again. */
function notExtended(row: ContractRow, data: Data<'ExtensionRecordWithdrawn'>): ContractRow {
  const { totalMonths, extensionNoticeBy, noticeGivenOn, offer, endsOn, endedEarly } = data;
  return endedAnew(
    {
      ...row,
      extensionMonths: totalMonths,
      extensionLeft: EXTENSION_MONTHS - totalMonths,
      noticeBy: extensionNoticeBy,
      noticeGivenOn,
      offer: offer && { offeredOn: offer.offeredOn, months: offer.months, completesOn: offer.completesOn },
      rightEnded: false,
      callOff: row.callOff.filter(({ from }) => from <= endsOn),
    },
    endsOn,
    endedEarly,
  );
}

const withoutOffer = ({ offer: _offer, ...row }: ContractRow): ContractRow => row;

/** The order, who delivers it, and where it ends (C1, C4 to C8). */
export const termLines: ContractLines = {
  OrderPlaced: (_row, data) => placedBy(data),
  OrderCorrected: (row, data) => row && correctedBy(row, data),
  OrderWithdrawn: (row) => row && { ...row, status: 'withdrawn' },
  OrderDeclined: (row) => row && { ...row, status: 'declined' },
  OrderAccepted: (row, data) => row && accepted(data.binding ? { ...row, status: 'binding' } : row, data),
  OrderAcceptanceCorrected: (row, data) => row && accepted(row, data),
  AreaPassedToSuccessors: (row, { predecessor, successors, from, areas }) =>
    row && { ...row, areas, areaPassings: inOrder([...row.areaPassings, { predecessor, successors, from }], fromOf) },
  AreaPassingWithdrawn: (row, { predecessor, leaving }) =>
    row && {
      ...row,
      areas: row.areas.filter((area) => !leaving.includes(area)),
      areaPassings: row.areaPassings.filter((passing) => passing.predecessor !== predecessor),
      rhythms: row.rhythms.filter(({ area }) => !leaving.includes(area)),
    },
  ContractManagerAssigned: (row, { manager }) => row && { ...row, manager },
  ProfessionalNamed: (row, data, { revision }) => row && withProfessionals(row, [professionalOf(data, revision)]),
  ProfessionalReplaced: (row, data, { revision }) =>
    row && withProfessionals(row, inOrder([...row.professionals, professionalOf(data, revision)], fromOf)),
  ProfessionalCorrected: (row, data, { revision }) =>
    row && withProfessionals(row, standingIn(row.professionals, data.corrects, professionalOf(data, revision), fromOf)),
  QualityApproachDiscussed: (row, { discussedOn }) => row && { ...row, qualityDiscussedOn: discussedOn },
  QualityApproachCorrected: (row, { discussedOn }) => row && { ...row, qualityDiscussedOn: discussedOn },
  QualityDiscussionWithdrawn: (before) => {
    if (!before) return undefined;
    const { qualityDiscussedOn: _withdrawn, ...row } = before;
    return row;
  },
  CallOffDaysAgreed: (row, { daysPerMonth, from }) => row && withCallOff(row, daysPerMonth, from),
  ExtensionNoticeGiven: (row, { givenOn }) => row && { ...row, noticeGivenOn: givenOn, rightEnded: false },
  ExtensionNoticeWithdrawn: (before) => {
    if (!before) return undefined;
    const { noticeGivenOn: _given, ...row } = before;
    return row;
  },
  ExtensionOffered: (row, { offeredOn, months, completesOn }) => row && { ...row, offer: { offeredOn, months, completesOn } },
  ExtensionDeclined: (row) => row && withoutOffer(row),
  ExtensionWithdrawn: (row) => row && withoutOffer(row),
  ContractExtended: (row, data) => row && extended(row, data),
  ExtensionCorrected: (row, data) => {
    if (!row) return undefined;
    const { noticeGivenOn, offer } = row;
    return present({ ...extended(row, data), noticeGivenOn, offer });
  },
  ExtensionRecordWithdrawn: (row, data) => row && notExtended(row, data),
  ExtensionRightEnded: (row) => row && { ...row, rightEnded: true },
  BreakAnswered: (row, { answer, endsOn }) => row && { ...row, breakAnswer: answer, endsOn },
  BreakAnswerWithdrawn: (row, { standing, endsOn, endedEarly }) => row && endedAnew({ ...row, breakAnswer: standing }, endsOn, endedEarly),
  ContractEndedEarly: (row, { endsOn }) => row && { ...row, status: 'ended-early', endsOn },
  EarlyEndWithdrawn: (row, { endsOn }) => row && { ...row, status: 'binding', endsOn },
  ContractCompleted: (row) => row && { ...row, status: row.status === 'ended-early' ? row.status : 'completed' },
  ConfidentialityDecided: (row, { staysConfidential }) => row && { ...row, staysConfidential },
};
