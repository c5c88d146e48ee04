import { checkTold } from '../told.testing';
import * as events from './requirement.events';

describe('what the record says of a requirement (E2)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      [
        'RequirementImposed',
        '2023-09-08',
        'The priority action plan is submitted: due on 2023-10-27 (35 working days from the receipt of the report on 2023-09-08)',
      ],
      ['RequirementMet', '2023-10-24', 'Met in time by improvementCase-931~inspection@9'],
      ['RequirementMetLate', '2024-04-11', 'Met late by improvementCase-931~inspection@14: 3 days after 2024-04-12'],
      ['RequirementMetLate', '2024-04-11', 'Met late by improvementCase-931~inspection@14: 1 day after 2024-04-12', { daysLate: 1 }],
      ['RequirementLapsed', '2023-11-10', 'Lapsed: nothing was recorded by 2023-11-10'],
      [
        'RequirementLapsed',
        '2023-11-10',
        'Lapsed: it was due on 2023-11-10, which was past when what asks for it was recorded',
        { pastWhenImposed: true },
      ],
      [
        'RequirementRescheduled',
        undefined,
        'Due on 2023-10-27 instead of 2023-11-06 (35 working days from the receipt of the report on 2023-09-08)',
      ],
      ['RequirementAreasRestated', undefined, 'Owed for 887, 851, 942 instead of 931, 887, 851 (contract-CON_22889@7)'],
      ['RequirementReopened', undefined, 'Owed again: The report was returned (contract-CON_22889@21)'],
      ['RequirementReleased', undefined, 'No longer owed: The contract has ended (contract-CON_22889@60)'],
      ['RequirementWaived', undefined, 'Waived, with a reason'],
      ['WaiverWithdrawn', undefined, 'Waiver withdrawn, with a reason'],
    ]));
});
