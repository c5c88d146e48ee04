import * as events from '@app/domain/events';
import { signals } from '../signals';
import { Play } from '../testing/play';
import { signalsProcess } from './signals.process';

const play = (now: string) => new Play(signalsProcess(signals), now);
const judged = {
  area: '851',
  rule: 'G14',
  fact: 'localArea-851@3',
  ruleSet: 'notice-2021' as const,
  effectiveOn: '2022-03-01',
  judgedBy: 'localArea-851@3',
  factsUpTo: 3,
};

describe('a breach of eligibility (G16, G17)', () => {
  const PARTNER = 'partner-851~project_5369';
  const escalation = 'escalation-eligibility_breached~851~project_5369~r0';
  const breached = () => {
    const played = play('2022-04-01T09:00:00.000Z');
    played.record(PARTNER, events.EligibilityBreached(judged));
    return played;
  };

  it('goes to the deputy director at once, since the day of its fact', () =>
    expect(breached().last(escalation, 'EscalationRaised')).toEqual({
      cause: 'partner-851~project_5369@0',
      rule: 'G16',
      level: 3,
      role: 'deputy-director',
      need: 'departmental-intervention',
      because: 'An eligibility rule of the grant is no longer met for local area 851',
      what: 'partner-851~project_5369',
      areas: ['851'],
      since: '2022-03-01',
    }));

  it('is told of also where its fact is older than the programme and became known during the grant', () => {
    const played = play('2022-04-01T09:00:00.000Z');
    played.record(PARTNER, events.EligibilityBreached({ ...judged, effectiveOn: '2019-06-01' }));
    expect(played.last(escalation, 'EscalationRaised')).toMatchObject({ level: 3, since: '2019-06-01' });
  });

  it('is withdrawn where the engagement of the partner was taken back (G2)', () => {
    const played = breached();
    const taken = { area: '851', others: [], programme: 'project_5369', award: 'a1', engagedOn: '2022-01-10', corrects: 0, reason: 'r' };
    played.record(PARTNER, events.PartnerEngagementWithdrawn(taken));
    expect(played.last(escalation, 'EscalationWithdrawn')).toMatchObject({ because: 'cause-ended', by: 'partner-851~project_5369@1' });
  });

  it('is withdrawn with the restoration, and resolved by a decision', () => {
    const restored = breached();
    restored.record(PARTNER, events.EligibilityRestored({ ...judged, factsUpTo: 4, breach: 0 }));
    expect(restored.last(escalation, 'EscalationWithdrawn')).toMatchObject({ because: 'cause-ended', by: 'partner-851~project_5369@1' });
    const decided = breached();
    const decision = { area: '851', rule: 'G14', breach: 0, decision: 'continue' as const, decidedOn: '2022-04-01', reason: 'Judged' };
    decided.record(PARTNER, events.BreachDecided(decision));
    expect(decided.last(escalation, 'EscalationResolved')).toMatchObject({ because: 'answered' });
  });

  it('is resolved where it was decided on before it was restored, also where both are found at once', () => {
    const played = breached();
    played.stop();
    const decision = { area: '851', rule: 'G14', breach: 0, decision: 'continue' as const, decidedOn: '2022-04-01', reason: 'Judged' };
    played.record(PARTNER, events.BreachDecided(decision));
    played.record(PARTNER, events.EligibilityRestored({ ...judged, factsUpTo: 4, breach: 0 }));
    played.start();
    expect(played.types(escalation)).toEqual(['EscalationRaised', 'EscalationResolved']);
  });

  it('escalates once, whatever is folded again, and each breach by itself (E4)', () => {
    const played = breached();
    played.record(PARTNER, events.EligibilityBreached({ ...judged, rule: 'G13' }));
    played.rebuild();
    expect(played.outstanding()).toEqual([]);
    expect(played.streams('escalation')).toEqual(['eligibility_breached~851~project_5369~r0', 'eligibility_breached~851~project_5369~r1']);
  });

  it('goes to the deputy director again where the termination that was decided is reversed', () => {
    const decision = { area: '851', rule: 'G14', breach: 0, decision: 'terminate' as const, decidedOn: '2022-04-01', reason: 'Judged' };
    const reversed = events.TerminationReversed({ corrects: 2, reason: 'Wrong local area' });
    const open = breached();
    open.record(PARTNER, events.BreachDecided(decision));
    open.record(PARTNER, reversed);
    expect(open.types(escalation)).toEqual(['EscalationRaised', 'EscalationResolved', 'EscalationRaised']);
    open.rebuild();
    expect(open.outstanding()).toEqual([]);
    const restored = breached();
    restored.record(PARTNER, events.BreachDecided(decision));
    restored.record(PARTNER, events.EligibilityRestored({ ...judged, factsUpTo: 4, breach: 0 }));
    restored.record(PARTNER, reversed);
    expect(restored.types(escalation)).toEqual(['EscalationRaised', 'EscalationResolved']);
  });

  it('stays with people once they have reopened it', () => {
    const played = breached();
    played.record(PARTNER, events.EligibilityRestored({ ...judged, factsUpTo: 4, breach: 0 }));
    played.record(escalation, events.EscalationReopened({ corrects: 1, reason: 'Doubtful' }), { who: 'u-40', role: 'deputy-director' });
    expect(played.types(escalation)).toEqual(['EscalationRaised', 'EscalationWithdrawn', 'EscalationReopened']);
  });

  it('is raised also for the time in which the worker was down (E5)', () => {
    const played = play('2022-04-01T09:00:00.000Z');
    played.stop();
    played.record(PARTNER, events.EligibilityBreached(judged));
    played.record(PARTNER, events.EligibilityRestored({ ...judged, factsUpTo: 4, breach: 0 }));
    played.start();
    expect(played.types(escalation)).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
  });
});

describe('a decision that progress is not sufficient (J8)', () => {
  const CASE = 'improvementCase-931~inspection';
  const escalation = 'escalation-progress_insufficient~931~inspection~v1';
  const decision = { area: '931', review: 'v1', decidedOn: '2024-02-01', reason: 'Seen' };
  const decided = (progress: 'sufficient' | 'not-sufficient') => {
    const played = play('2024-02-01T12:00:00.000Z');
    played.record(CASE, events.ProgressDecided({ ...decision, progress }));
    return played;
  };

  it('goes to the team leader; a sufficient one to nobody', () => {
    expect(decided('not-sufficient').last(escalation, 'EscalationRaised')).toMatchObject({
      level: 2,
      because: 'VCU decided at formal review v1 on progress in local area 931: it has to be acted on',
      since: '2024-02-01',
    });
    expect(decided('sufficient').streams('escalation')).toEqual([]);
  });

  it('is withdrawn when it is revised, raised when it is revised the other way, and ends with the case', () => {
    const played = decided('not-sufficient');
    played.record(CASE, events.DecisionRevised({ ...decision, progress: 'not-sufficient', corrects: 0 }));
    played.record(CASE, events.DecisionRevised({ ...decision, progress: 'sufficient', corrects: 1 }));
    played.record(CASE, events.DecisionRevised({ ...decision, progress: 'not-sufficient', corrects: 2 }));
    played.record(CASE, events.CaseClosed({ area: '931', cause: 'inspection', closedOn: '2024-02-01', reason: 'Done' }));
    expect(played.types(escalation)).toEqual(['EscalationRaised', 'EscalationWithdrawn', 'EscalationRaised', 'EscalationWithdrawn']);
  });
});

describe('an escalated risk (E1, A7)', () => {
  const escalated = (...needs: ('information' | 'departmental-intervention' | 'additional-adviser-support')[]) => {
    const played = play('2024-02-01T09:00:00.000Z');
    played.record('risk-r1', events.RiskEscalated({ area: '851', needs, score: 20, reason: 'Grave' }));
    return played;
  };

  it('names the strongest need: departmental intervention at level 3, anything else at level 2', () => {
    const raised = (...needs: Parameters<typeof escalated>) =>
      escalated(...needs).last('escalation-risk_escalated~r1~r0', 'EscalationRaised');
    expect(raised('information', 'departmental-intervention')).toMatchObject({
      level: 3,
      need: 'departmental-intervention',
      because: 'A risk in local area 851 was escalated; it needs information, departmental intervention',
    });
    expect(raised('information', 'additional-adviser-support')).toMatchObject({
      level: 2,
      role: 'team-leader',
      need: 'additional-adviser-support',
    });
  });

  it('is withdrawn when the risk is closed', () => {
    const played = escalated('information');
    played.record('risk-r1', events.RiskClosed({ closedOn: '2024-02-01', reason: 'Gone' }));
    expect(played.types('escalation-risk_escalated~r1~r0')).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
  });
});

describe('the value of a contract (C3)', () => {
  const CONTRACT = 'contract-CON_22889';
  const approval = (approvedPence: number) => ({
    month: '2023-10-12',
    pence: 1,
    vatPence: 0,
    approvedPence,
    maximumPence: 5_850_000,
    references: ['CON_22889'],
    reason: 'As agreed',
  });
  const approved = (...sums: number[]) => {
    const played = play('2024-02-01T09:00:00.000Z');
    played.record(CONTRACT, events.ContractManagerAssigned({ manager: 'u-21', reason: 'Appointed' }));
    for (const sum of sums) played.record(CONTRACT, events.InvoiceApproved(approval(sum)));
    return played;
  };

  it('is told at exactly 80, 95 and 100 per cent', () => {
    expect(approved(4_679_999).streams('escalation')).toEqual([]);
    expect(approved(4_680_000).last('escalation-contract_value~CON_22889~80', 'EscalationRaised')).toMatchObject({
      level: 1,
      role: 'contract-manager',
      person: 'u-21',
    });
    expect(approved(5_557_499).streams('escalation')).toEqual(['contract_value~CON_22889~80']);
    expect(approved(5_557_500).streams('escalation')).toEqual(['contract_value~CON_22889~80', 'contract_value~CON_22889~95']);
    expect(approved(5_849_999).streams('escalation')).toHaveLength(2);
    expect(approved(5_850_000).streams('escalation')).toHaveLength(3);
  });

  it('is told, and withdrawn, as a correction of the order sets the value (C1)', () => {
    const played = approved(4_679_999);
    const corrected = (presentMaximumPence: number, corrects: number) =>
      events.OrderCorrected({
        number: 'CON_22889',
        references: [],
        title: 'Advice',
        buyer: 'Secretary of State for Education',
        invoiceAddress: 'As in the order',
        supplier: 'Red Kite Solutions (SEN) Ltd',
        orderedOn: '2023-10-12',
        commencesOn: '2023-10-12',
        completesOn: '2025-03-31',
        maximumPence: presentMaximumPence,
        areas: ['931'],
        takesIn: [],
        firstPeriodEndsOn: '2023-10-31',
        extensionNoticeBy: '2025-02-28',
        previousAreas: ['931', '887'],
        binding: true,
        endsOn: '2025-03-31',
        presentMaximumPence,
        approvedPence: 4_679_999,
        corrects,
        reason: 'Misread',
      });
    played.record(CONTRACT, corrected(5_849_998, 0));
    expect(played.last('escalation-contract_value~CON_22889~80', 'EscalationRaised')).toMatchObject({ areas: ['931'] });
    played.record(CONTRACT, corrected(5_850_000, 3));
    expect(played.types('escalation-contract_value~CON_22889~80')).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
  });

  it('is told of the areas in the contract then: the successors of one that has passed (reading 26)', () => {
    const played = play('2024-02-01T09:00:00.000Z');
    const terms = { commencesOn: '2023-10-12', completesOn: '2025-03-31', firstPeriodEndsOn: '2023-10-31' };
    const accepted = { party: 'supplier' as const, acceptedOn: '2023-10-12', binding: true, qualityApproachBy: '2023-10-26' };
    played.record(CONTRACT, events.OrderAccepted({ ...accepted, ...terms, areas: ['931', '887'] }));
    const passing = { predecessor: '931', successors: ['942'], from: '2024-02-01', areas: ['931', '887', '942'], reason: 'Order' };
    const contract = { title: 'Advice', supplier: 'Supplier', commencesOn: '2023-10-12', endsOn: '2025-03-31', endedEarly: false };
    played.record(CONTRACT, events.AreaPassedToSuccessors({ ...passing, ...contract, judgedBy: 'localArea-931@1' }));
    played.record(CONTRACT, events.InvoiceApproved(approval(4_680_000)));
    expect(played.last('escalation-contract_value~CON_22889~80', 'EscalationRaised')).toMatchObject({ areas: ['887', '942'] });
    played.record(CONTRACT, events.AreaPassingWithdrawn({ ...passing, leaving: ['942'], corrects: 1 }));
    played.record(CONTRACT, events.InvoiceApproved(approval(5_557_500)));
    expect(played.last('escalation-contract_value~CON_22889~95', 'EscalationRaised')).toMatchObject({ areas: ['931', '887'] });
  });

  it('is told once, withdrawn when it falls below, and told again when it is reached again', () => {
    const played = approved(4_680_000, 4_700_000);
    played.record(CONTRACT, events.InvoiceApprovalReversed(approval(4_000_000)));
    played.record(CONTRACT, events.InvoiceApproved(approval(4_680_000)));
    expect(played.types('escalation-contract_value~CON_22889~80')).toEqual(['EscalationRaised', 'EscalationWithdrawn', 'EscalationRaised']);
  });

  it('is told once where it fell below and was reached again while nobody looked, and in the end falls below (E4, E5)', () => {
    const escalation = 'escalation-contract_value~CON_22889~80';
    const played = approved(4_680_000);
    played.stop();
    played.record(CONTRACT, events.InvoiceApprovalReversed(approval(4_000_000)));
    played.record(CONTRACT, events.InvoiceApproved(approval(4_680_000)));
    played.start();
    expect(played.types(escalation)).toEqual(['EscalationRaised']);
    played.record(CONTRACT, events.InvoiceApprovalReversed(approval(4_000_000)));
    expect(played.types(escalation)).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
    played.rebuild();
    expect(played.outstanding()).toEqual([]);
  });

  it('is told also where it was reached and fell below again while nobody looked (E5)', () => {
    const played = approved(4_680_000);
    played.record(CONTRACT, events.InvoiceApprovalReversed(approval(4_000_000)));
    played.stop();
    played.record(CONTRACT, events.InvoiceApproved(approval(4_680_000)));
    played.record(CONTRACT, events.InvoiceApprovalReversed(approval(4_000_000)));
    played.start();
    expect(played.types('escalation-contract_value~CON_22889~80')).toEqual([
      'EscalationRaised',
      'EscalationWithdrawn',
      'EscalationRaised',
      'EscalationWithdrawn',
    ]);
  });
});
