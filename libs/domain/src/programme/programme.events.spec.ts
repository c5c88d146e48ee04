import { checkTold } from '../told.testing';
import * as events from './programme.events';

describe('what the record says of a grant programme (G1, G2, G3)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      ['ProgrammeOpened', '2021-09-02', 'Programme opened by notice 2021/S 000-021741: up to £518,000.00 from 2022-01-01 to 2023-03-31'],
      ['ProgrammeCorrected', '2021-09-02', 'What is recorded of notice 2021/S 000-021741 corrected: up to £518,000.00'],
      ['SupportOptionAdded', undefined, 'Support option added: Transition planning'],
      ['SupportOptionRemoved', undefined, 'Support option removed: transition-planning'],
      [
        'GrantAwarded',
        '2021-12-01',
        'Grant of up to £120,000.00 awarded to local area 851 for the initial period under section 14 Education Act 2002',
      ],
      ['DiscretionaryFundingAllotted', '2022-05-02', '£5,000.00 of the initial period set aside to engage local area 887 at discretion'],
      ['AwardAccepted', '2021-12-10', 'Award illustrative_award accepted on 2021-12-10'],
      ['AwardAcceptanceWithdrawn', '2021-12-10', 'The record that award illustrative_award was accepted on 2021-12-10 was taken back'],
      ['AwardDeclined', '2021-12-05', 'Award illustrative_award declined; £120,000.00 come free'],
      ['AwardWithdrawn', '2021-12-05', 'Award illustrative_award withdrawn; £120,000.00 come free'],
      ['AwardReleased', undefined, '£20,000.00 of award illustrative_award come free; £100,000.00 stay bound'],
      ['AwardRestored', undefined, '£20,000.00 of award illustrative_award bound again: £120,000.00'],
      ['FurtherFundingApproved', '2023-02-01', 'Further funding of up to £200,000.00 approved until 2024-03-31'],
      ['FurtherFundingWithdrawn', undefined, 'Approval of further funding withdrawn'],
      ['DeliveryObjectivesConfirmed', '2023-01-20', 'Delivered objectives of award illustrative_award confirmed: 1; outstanding: 0'],
      ['ObjectivesConfirmationWithdrawn', undefined, 'Confirmation of delivered objectives of award illustrative_award withdrawn: 1'],
      ['ProgrammeExtended', '2023-02-10', 'Programme extended from 2023-04-01 to 2024-03-31, up to £200,000.00'],
      ['ProgrammeExtensionWithdrawn', '2023-02-10', 'The extension of the programme from 2023-04-01 to 2024-03-31 was taken back'],
      ['GrantManagerAssigned', undefined, 'Grant manager is u-manager-2'],
      ['ProgrammeClosed', '2023-03-31', 'Programme closed on 2023-03-31'],
      ['ProgrammeReopened', undefined, 'Programme reopened'],
    ]));
});
