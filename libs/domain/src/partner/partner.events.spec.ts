import { checkTold } from '../told.testing';
import * as events from './partner.events';

describe('what the record says of a partner and its grant (G2, G16, G17, G18, G19, G21)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      ['CostsClaimed', '2022-04-01', 'Claim march_2022 of £1,840.00 for 2 days'],
      ['ClaimWithdrawn', undefined, 'Claim march_2022 withdrawn'],
      ['ClaimApproved', '2022-04-10', 'Claim march_2022 approved at £1,840.00; £118,160.00 of the award remain'],
      ['ClaimReduced', undefined, 'Claim march_2022 reduced by £920.00 to £920.00'],
      ['ClaimRejected', undefined, 'Claim march_2022 rejected'],
      ['ClaimPaid', '2022-04-20', 'Claim march_2022: £1,840.00 paid on 2022-04-20'],
      ['ClaimApprovalReversed', undefined, 'Approval of claim march_2022 taken back'],
      ['ClaimPaymentReversed', undefined, 'Payment of claim march_2022 taken back'],
      ['RateAgreed', '2022-01-01', 'Day rate of director-1 (executive) agreed at £800.00 from 2022-01-01'],
      ['RateCorrected', '2022-01-01', 'Day rate of director-1 from 2022-01-01 corrected to £700.00'],
      ['DeliveryRecorded', '2022-03-01', '7 h 00 by director-1 on 2022-03-01, 7 h 00 in all: a day'],
      [
        'DeliveryRecorded',
        '2022-03-01',
        '1 h 05 by director-1 on 2022-03-01, 6 h 59 in all: not yet a day',
        { minutes: 65, minutesOnDay: 419, isDay: false },
      ],
      ['DeliveryCorrected', '2022-03-01', 'Hours of director-1 on 2022-03-01 corrected to 6 h 59: not a day'],
      ['DeliveryCorrected', '2022-03-01', 'Hours of director-1 on 2022-03-01 corrected to 7 h 00: a day', { minutes: 420, isDay: true }],
      ['EligibilityBreached', '2022-03-31', 'Local area 851 has not met G13-deficit since 2022-03-31'],
      ['EligibilityRestored', '2022-03-31', 'Local area 851 meets G13-deficit again since 2022-03-31'],
      ['EligibilityConfirmed', '2022-12-01', 'Eligibility confirmed for the grant year from 2021-12-15'],
      ['EligibilityConfirmationWithdrawn', undefined, 'Confirmation of eligibility for the grant year from 2021-12-15 withdrawn'],
      ['ExcellenceDoubted', '2022-05-10', 'Excellence of local area 851 doubted'],
      ['ExcellenceDoubtWithdrawn', undefined, 'Doubt about local area 851 withdrawn'],
      ['EvidenceJudgedAgain', '2022-05-20', 'Evidence of local area 851 judged again: excellence (G22) met'],
      [
        'EvidenceJudgedAgain',
        '2022-05-20',
        'Evidence of local area 851 judged again: quality and capacity (G12 c) not-met',
        { matter: 'route-c', judgement: 'not-met' },
      ],
      ['BreachDecided', '2022-06-20', 'Breach of G13-deficit by local area 851 decided: remedy by 2022-09-30'],
      [
        'BreachDecided',
        '2022-06-20',
        'Breach of G13-deficit by local area 851 decided: continue',
        { decision: 'continue', remedyBy: undefined },
      ],
      ['WorkTerminated', '2022-06-20', 'Live and pending work of local area 851 terminated on 2022-06-20; claimable until 2022-07-31'],
      ['TerminationReversed', undefined, 'Termination of work taken back'],
      ['PartnerEngaged', '2021-12-15', 'Local area 851 engaged as a partner from 2022-01-01 to 2023-03-31, up to £120,000.00'],
      [
        'PartnerEngagedAtDiscretion',
        '2022-05-02',
        'Local area 887 engaged at discretion from 2022-05-02 to 2022-08-31, up to £5,000.00 of the programme',
      ],
      [
        'PartnerEngagedAtDiscretion',
        '2022-05-02',
        'Local area 887 engaged at discretion from 2022-05-02 to 2022-08-31, up to £5,000.00 of other money',
        { award: undefined },
      ],
      ['GrantExtended', '2023-03-01', 'Grant extended to 2024-03-31, up to £50,000.00 more'],
      ['AwardReduced', '2022-05-01', 'Award illustrative_award reduced by £20,000.00 to £100,000.00'],
      ['GrantEnded', '2023-03-31', 'Grant of local area 851 ended on 2023-03-31'],
      ['GrantReopened', undefined, 'End of the grant taken back'],
      ['QuarterlyReportSubmitted', '2022-04-05', 'Progress report for the quarter from 2022-01-01 submitted'],
      ['QuarterlyReportReturned', '2022-04-06', 'Progress report for the quarter from 2022-01-01 returned'],
      ['QuarterlyReportAccepted', '2022-04-06', 'Progress report for the quarter from 2022-01-01 accepted'],
      ['QuarterlyReportAcceptanceReversed', undefined, 'Acceptance of the progress report for the quarter from 2022-01-01 taken back'],
    ]));
});
