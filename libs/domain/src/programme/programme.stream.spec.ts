import { stateAfter } from '@app/event-sourcing/testing';
import { NOTICE_SUPPORT_OPTIONS } from './grant-terms';
import {
  AwardAcceptanceWithdrawn,
  AwardDeclined,
  AwardReleased,
  AwardRestored,
  AwardWithdrawn,
  DeliveryObjectivesConfirmed,
  DiscretionaryFundingAllotted,
  FurtherFundingWithdrawn,
  GrantManagerAssigned,
  ObjectivesConfirmationWithdrawn,
  ProgrammeClosed,
  ProgrammeCorrected,
  ProgrammeExtensionWithdrawn,
  ProgrammeReopened,
  SupportOptionAdded,
  SupportOptionRemoved,
  type ProgrammeEvent,
} from './programme.events';
import { boundPence, digestOf, isDelivered, periodOf, programmeStream, type Award } from './programme.stream';
import { accepted, awarded, delivered, extended, furtherFunding, notice, opened, running } from './programme.testing';

const reason = 'A reason';
const after = (...events: ProgrammeEvent[]) => stateAfter(programmeStream, events);
const allotted = DiscretionaryFundingAllotted({
  award: 'urgent',
  engagement: '887~project_5369~urgent',
  partner: '887',
  period: 'initial',
  pence: 500_000,
  legalBasis: 'section 14 Education Act 2002',
  allottedOn: '2022-05-02',
  reason,
});
const awardState: Award = {
  partner: '851',
  others: [],
  application: 'illustrative_bid',
  period: 'initial',
  pence: 12_000_000,
  status: 'offered',
  objectives: ['recipients_improve'],
  confirmed: [],
  awardedOn: '2021-12-01',
  facts: [{ area: '851', factsUpTo: 2 }],
  evidence: [{ area: '851', excellence: 'met' }],
};
const openedState = {
  status: 'open',
  reference: 'project_5369',
  publishedOn: '2021-09-02',
  applicationsCloseAt: '2021-11-01T12:00:00.000Z',
  fundingFrom: '2022-01-01',
  fundingUntil: '2023-03-31',
  extendableUntil: '2024-03-31',
  maximumPence: 51_800_000,
  particulars: { revision: 0, digest: digestOf(notice) },
  options: Object.fromEntries(NOTICE_SUPPORT_OPTIONS.map((option) => [option, ''])),
  awards: {},
};

describe('what is known of a programme', () => {
  it('is nothing before its notice', () => {
    expect(programmeStream).toMatchObject({ category: 'programme', collection: 'programmes' });
    expect(programmeStream.initial()).toEqual({
      status: 'none',
      reference: '',
      publishedOn: '',
      applicationsCloseAt: '',
      fundingFrom: '',
      fundingUntil: '',
      extendableUntil: '',
      maximumPence: 0,
      particulars: { revision: -1, digest: '' },
      options: {},
      awards: {},
    });
  });

  it('is its notice, as it was last corrected (G1, G2, G4)', () => {
    expect(after(opened)).toEqual(openedState);
    const right = { ...notice, maximumPence: 60_000_000, publishedAt: '2021-09-02T23:30:00.000Z' };
    expect(after(opened, ProgrammeCorrected({ ...right, extendableUntil: '2024-03-30', corrects: 0, reason }))).toEqual({
      ...openedState,
      publishedOn: '2021-09-03',
      extendableUntil: '2024-03-30',
      maximumPence: 60_000_000,
      particulars: { revision: 1, digest: digestOf(right) },
    });
  });

  it('is its menu of support (G6)', () => {
    const added = SupportOptionAdded({ option: 'transition', title: 'Transition', reason });
    expect(after(opened, added).options).toEqual({ ...openedState.options, transition: 'Transition' });
    expect(after(opened, added, SupportOptionRemoved({ option: 'transition', reason }))).toEqual(openedState);
  });

  it('is what each award binds, and how it was answered (G2, G3, G19)', () => {
    expect(after(opened, awarded()).awards).toEqual({ illustrative_award: awardState });
    expect(after(...running).awards).toEqual({
      illustrative_award: { ...awardState, status: 'accepted', acceptedOn: '2021-12-10', acceptedAt: 2 },
    });
    const notAccepted = AwardAcceptanceWithdrawn({ award: 'illustrative_award', acceptedOn: '2021-12-10', corrects: 2, reason });
    expect(after(...running, notAccepted).awards).toStrictEqual({ illustrative_award: awardState });
    const declined = AwardDeclined({ award: 'illustrative_award', declinedOn: '2021-12-05', reason, releasedPence: 12_000_000 });
    expect(after(opened, awarded(), declined).awards).toEqual({ illustrative_award: { ...awardState, status: 'declined', pence: 0 } });
    const withdrawn = AwardWithdrawn({ award: 'illustrative_award', withdrawnOn: '2021-12-05', reason, releasedPence: 12_000_000 });
    expect(after(opened, awarded(), withdrawn).awards).toEqual({ illustrative_award: { ...awardState, status: 'withdrawn', pence: 0 } });
    const released = AwardReleased({
      award: 'illustrative_award',
      releasedPence: 1,
      remainingPence: 11_999_999,
      judgedBy: 'partner-851@1',
    });
    expect(after(...running, released).awards['illustrative_award']?.pence).toBe(11_999_999);
    const restored = AwardRestored({
      award: 'illustrative_award',
      grant: '851~project_5369',
      reduction: 4,
      restoredPence: 1,
      boundPence: 12_000_000,
      judgedBy: 'partner-851@4',
      reason,
    });
    expect(after(...running, released, restored).awards['illustrative_award']).toMatchObject({ pence: 12_000_000, restored: 4 });
    expect(after(opened, awarded(), allotted).awards).toEqual({
      illustrative_award: awardState,
      urgent: {
        partner: '887',
        others: [],
        engagement: '887~project_5369~urgent',
        period: 'initial',
        pence: 500_000,
        status: 'accepted',
        objectives: [],
        confirmed: [],
        awardedOn: '2022-05-02',
        acceptedOn: '2022-05-02',
        facts: [],
        evidence: [],
      },
    });
  });

  it('is which objectives are delivered, some at a time (G3)', () => {
    const objectives = ['one', 'two', 'three'].map((objective) => ({ objective, aim: 'Aim', measure: 'Measure' }));
    const confirm = (...confirmed: string[]) => DeliveryObjectivesConfirmed({ ...delivered.data, objectives: confirmed });
    const known = (...events: ProgrammeEvent[]) => after(opened, awarded({ objectives }), accepted, ...events).awards['illustrative_award'];
    expect(known(confirm('one'), confirm('three'))).toMatchObject({ confirmed: ['one', 'three'], confirmedAt: 4 });
    const back = ObjectivesConfirmationWithdrawn({ award: 'illustrative_award', objectives: ['one'], corrects: 3, reason });
    expect(known(confirm('one', 'two'), confirm('three'), back)).toMatchObject({ confirmed: ['two', 'three'], confirmedAt: 4 });
  });

  it('is what was approved for a further year, and its extension (G3)', () => {
    expect(after(opened, furtherFunding).furtherFunding).toEqual({ pence: 20_000_000, until: '2024-03-31', revision: 1 });
    expect(after(opened, furtherFunding, FurtherFundingWithdrawn({ corrects: 1, reason }))).toEqual(openedState);
    const { from, until, maximumPence, extendedOn } = extended.data;
    expect(after(opened, extended).extension).toEqual({ from, until, maximumPence, extendedOn, revision: 1 });
    const back = ProgrammeExtensionWithdrawn({ from, until, extendedOn, corrects: 1, reason });
    expect(after(opened, extended, back)).toStrictEqual(openedState);
  });

  it('is whether it is closed (G1)', () => {
    const closed = ProgrammeClosed({ closedOn: '2023-03-31', reason });
    expect(after(opened, closed)).toEqual({ ...openedState, status: 'closed', closedAt: 1 });
    expect(after(opened, closed, ProgrammeReopened({ corrects: 1, reason }))).toEqual(openedState);
  });
});

describe('the money of a period (G2, G3)', () => {
  it('is bound by the awards of that period alone', () => {
    const state = after(
      opened,
      awarded(),
      awarded({ award: 'second', pence: 7 }),
      awarded({ award: 'third', period: 'extension', pence: 5 }),
    );
    expect([boundPence(state, 'initial'), boundPence(state, 'extension')]).toEqual([12_000_007, 5]);
  });

  it('has its days and its maximum, and none while the programme is not extended', () => {
    expect(periodOf(after(opened), 'initial')).toEqual({ from: '2022-01-01', until: '2023-03-31', maximumPence: 51_800_000 });
    expect(periodOf(after(opened), 'extension')).toBeUndefined();
    expect(periodOf(after(opened, extended), 'extension')).toMatchObject({
      from: '2023-04-01',
      until: '2024-03-31',
      maximumPence: 20_000_000,
    });
  });
});

describe('an award whose objectives are delivered (G3)', () => {
  const done: Award = { ...awardState, status: 'accepted', objectives: ['one', 'two'], confirmed: ['two', 'one'] };
  it('is accepted, has objectives, and all of them are confirmed', () => {
    expect(isDelivered(done)).toBe(true);
    expect(isDelivered({ ...done, confirmed: ['one'] })).toBe(false);
    expect(isDelivered({ ...done, status: 'offered' })).toBe(false);
    expect(isDelivered({ ...done, objectives: [], confirmed: [] })).toBe(false);
  });

  it('is who manages its grants (E3)', () => {
    const assigned = GrantManagerAssigned({ manager: 'u-11', reason });
    expect(after(opened, assigned)).toEqual({ ...openedState, manager: 'u-11' });
    const next = GrantManagerAssigned({ manager: 'u-12', previous: 'u-11', reason });
    expect(after(opened, assigned, next).manager).toBe('u-12');
  });
});
