import { checkTold } from '../told.testing';
import * as events from './application.events';

describe('what the record says of an application (G5)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      ['ApplicationStarted', undefined, 'Application started by local area 851 with 850'],
      ['ApplicationStarted', undefined, 'Application started by local area 851', { others: [] }],
      ['ApplicationStarted', undefined, 'Application started by local area 851 with 850, 869', { others: ['850', '869'] }],
      ['StrengthEvidenced', undefined, 'Strength leadership evidenced'],
      ['StrengthWithdrawn', undefined, 'Strength leadership withdrawn'],
      ['SupportOptionOffered', undefined, 'Support offered: strategic-planning-and-leadership, following from leadership'],
      [
        'SupportOptionOffered',
        undefined,
        'Support offered: strategic-planning-and-leadership, following from leadership, data',
        { strengths: ['leadership', 'data'] },
      ],
      ['SupportOptionWithdrawn', undefined, 'Offer of strategic-planning-and-leadership withdrawn'],
      ['PeerSupportExampleAdded', undefined, 'Example neighbour of previous peer support given'],
      ['PeerSupportExampleWithdrawn', undefined, 'Example neighbour withdrawn'],
      ['ProposalCosted', undefined, 'Proposal costed at £97,000.00 for 150 days'],
      ['EligibilityDeclared', undefined, 'Eligibility of local area 851 declared under G13'],
      ['ApplicationSubmitted', undefined, 'Application submitted, received at 2021-10-28T10:00:00.000Z'],
      [
        'LateSubmissionRefused',
        undefined,
        'Submission received at 2021-11-01T12:00:01.000Z refused as late: applications closed at 2021-11-01T12:00:00.000Z',
      ],
      ['ApplicationWithdrawn', undefined, 'Application withdrawn'],
      ['EligibilityAssessed', '2021-11-01', 'Eligibility assessed: every rule is met'],
      [
        'EligibilityAssessed',
        '2021-11-01',
        'Eligibility assessed: 851 G13-deficit not-met, 851 G22 refer',
        {
          eligible: false,
          areas: [
            {
              area: '851',
              results: [
                { rule: 'G12', result: 'met' },
                { rule: 'G13-deficit', result: 'not-met' },
                { rule: 'G22', result: 'refer' },
              ],
            },
          ],
        },
      ],
      ['EvidenceJudged', '2021-11-05', 'Evidence of local area 851 judged: excellence (G22) met'],
      [
        'EvidenceJudged',
        '2021-11-05',
        'Evidence of local area 851 judged: quality and capacity (G12 c) not-met',
        { matter: 'route-c', judgement: 'not-met' },
      ],
      ['MeritAssessed', '2021-11-08', 'Merit assessed: to be supported'],
      ['MeritAssessed', '2021-11-08', 'Merit assessed: not to be supported', { recommendation: 'do-not-support' }],
      ['ApplicationAccepted', '2021-11-10', 'Application accepted on 2021-11-10'],
      ['ApplicationDeclined', '2021-11-10', 'Application declined on 2021-11-10'],
      ['ApplicationReopened', undefined, 'Application reopened as submitted'],
    ]));
});
