import { checkTold } from '../told.testing';
import * as events from './local-area.events';

describe('what the record says of a local area (J1, J10)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      ['LocalAreaRegistered', '1974-04-01', 'Oxfordshire registered: DfE code 931, ONS code E10000025, South East'],
      ['LocalAreaRecoded', '2028-04-01', 'Oxfordshire has DfE code 931 and ONS code E06000099 from 2028-04-01'],
      ['LocalAreaCodesCorrected', '1974-04-01', 'Corrected: Oxfordshire has DfE code 931 and ONS code E10000025 from 1974-04-01'],
      ['LocalAreaSucceeded', '2028-04-01', 'Succeeded on 2028-04-01 by 942, 943'],
      [
        'PartnerJoined',
        '2022-07-01',
        'NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board is in the local area partnership from 2022-07-01',
      ],
      [
        'PartnerLeft',
        '2026-04-01',
        'NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board is no longer in the local area partnership from 2026-04-01',
      ],
      [
        'LocalAreaPartnerCorrected',
        '2022-07-01',
        'Corrected: NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board is in the local area partnership from 2022-07-01 until 2026-04-01',
      ],
      [
        'LocalAreaPartnerCorrected',
        '2022-07-01',
        'Corrected: NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board is in the local area partnership from 2022-07-01',
        { leftOn: undefined },
      ],
      ['FactWithdrawn', '2021-07-01', 'Record 7 (care rating, effective 2021-07-01) withdrawn'],
      ['InspectionRecorded', '2023-09-15', 'Inspection of 2023-07-13 published on 2023-09-15: widespread and/or systemic failings (3)'],
      [
        'InspectionCorrected',
        '2017-12-04',
        'Corrected: inspection of 2017-09-25 published on 2017-12-04: written statement of action required',
      ],
      ['InspectionReceiptRecorded', '2023-09-08', 'Report of inspection 2023_07 was received on 2023-09-08'],
      ['RevisitRecorded', '2019-12-23', 'Revisit published on 2019-12-23: sufficient progress in 3 of 5 areas of significant weakness'],
      [
        'RevisitRecorded',
        '2019-12-23',
        'Revisit published on 2019-12-23: sufficient progress in 2 of 6 areas of significant weakness',
        { sufficient: 2, notSufficient: 4 },
      ],
      [
        'RevisitCorrected',
        '2019-12-23',
        'Corrected: revisit published on 2019-12-23: sufficient progress in 3 of 5 areas of significant weakness',
      ],
      [
        'RevisitCorrected',
        '2019-12-23',
        'Corrected: revisit published on 2019-12-23: sufficient progress in 2 of 6 areas of significant weakness',
        { sufficient: 2, notSufficient: 4 },
      ],
      [
        'MonitoringInspectionRecorded',
        '2025-11-14',
        'Monitoring inspection published on 2025-11-14: effective action on 5 of 5 areas of priority action',
      ],
      [
        'MonitoringInspectionRecorded',
        '2025-11-14',
        'Monitoring inspection published on 2025-11-14: effective action on 1 of 4 areas of priority action',
        { effective: 1, notEffective: 3 },
      ],
      [
        'MonitoringInspectionCorrected',
        '2025-11-14',
        'Corrected: monitoring inspection published on 2025-11-14: effective action on 5 of 5 areas of priority action',
      ],
      [
        'MonitoringInspectionCorrected',
        '2025-11-14',
        'Corrected: monitoring inspection published on 2025-11-14: effective action on 1 of 4 areas of priority action',
        { effective: 1, notEffective: 3 },
      ],
      [
        'MonitoringReleaseRecorded',
        '2021-08-02',
        'The Department released the area from monitoring after inspection 2017_09 on 2021-08-02',
      ],
      [
        'MonitoringReleaseCorrected',
        '2021-08-02',
        'Corrected: the Department released the area from monitoring after inspection 2017_09 on 2021-08-02',
      ],
      ['ImprovementNoticeIssued', '2023-11-16', 'Improvement notice 2023_11 issued on 2023-11-16 with 2 steps'],
      ['ImprovementNoticeCorrected', '2023-11-16', 'Corrected: improvement notice 2023_11 issued on 2023-11-16 with 2 steps'],
      ['ImprovementNoticeVaried', '2024-06-14', 'Improvement notice 2023_11 varied on 2024-06-14: 1 steps'],
      ['ImprovementNoticeStepConfirmed', '2025-02-20', 'Step governance of improvement notice 2023_11 confirmed on 2025-02-20'],
      ['NoticeStepConfirmationWithdrawn', '2025-02-20', 'Confirmation of step governance of improvement notice 2023_11 withdrawn'],
      ['ImprovementNoticeLifted', '2025-03-31', 'Improvement notice 2023_11 lifted on 2025-03-31'],
      ['ImprovementNoticeReinstated', '2025-03-31', 'Lifting of improvement notice 2023_11 taken back'],
      ['CareRatingRecorded', '2018-06-15', "Children's social care rated good from 2018-06-15"],
      [
        'CareRatingRecorded',
        '2018-06-15',
        "Children's social care rated requires improvement from 2018-06-15",
        { rating: 'requires-improvement' },
      ],
      ['CareRatingCorrected', '2018-06-15', "Corrected: children's social care rated good from 2018-06-15"],
      [
        'CareRatingCorrected',
        '2018-06-15',
        "Corrected: children's social care rated requires improvement from 2018-06-15",
        { rating: 'requires-improvement' },
      ],
      [
        'DsgPositionRecorded',
        '2021-03-31',
        'Balance of the dedicated schools grant at the end of 2020-21 recorded from Department for Education',
      ],
      [
        'DsgPositionCorrected',
        '2021-03-31',
        'Corrected: balance of the dedicated schools grant at the end of 2020-21 from Department for Education',
      ],
      [
        'DsgPositionPublished',
        '2021-09-30',
        'Balance of the dedicated schools grant at the end of 2020-21, suppressed (x), published on 2021-09-30',
      ],
      [
        'DsgPositionPublished',
        '2021-09-30',
        'Balance of the dedicated schools grant at the end of 2020-21, -3.32 per cent of income, published on 2021-09-30',
        { balance: '-3.32' },
      ],
      [
        'SourcePreferred',
        '2021-03-31',
        'For the balance of the dedicated schools grant at the end of 2020-21, Department for Education is preferred',
      ],
      ['InterventionProgrammeJoined', '2023-03-16', 'In the Safety Valve programme from 2023-03-16, with advisers'],
      [
        'InterventionProgrammeJoined',
        '2023-03-16',
        'In the Delivering Better Value programme from 2023-03-16, without advisers',
        { advisers: false, programme: 'delivering-better-value' },
      ],
      ['InterventionProgrammeLeft', '2028-04-01', 'No longer in the Safety Valve programme from 2028-04-01'],
      ['InterventionAdvisersRecorded', '2025-04-01', 'The Safety Valve programme has no advisers in the area from 2025-04-01'],
      [
        'InterventionAdvisersRecorded',
        '2025-04-01',
        'The Safety Valve programme has advisers in the area from 2025-04-01',
        { advisers: true },
      ],
      ['InterventionMembershipCorrected', '2023-03-16', 'Corrected: in the Safety Valve programme from 2023-03-16 until 2028-04-01'],
      ['InterventionMembershipCorrected', '2023-03-16', 'Corrected: in the Safety Valve programme from 2023-03-16', { leftOn: undefined }],
      ['SliPartnershipJoined', '2021-07-01', "Joint improvement partner for SEND and children's social care from 2021-07-01"],
      ['SliPartnershipLeft', '2023-04-01', "No longer a joint improvement partner for SEND and children's social care from 2023-04-01"],
      [
        'SliPartnershipCorrected',
        '2021-07-01',
        "Corrected: joint improvement partner for SEND and children's social care from 2021-07-01 until 2023-04-01",
      ],
      [
        'SliPartnershipCorrected',
        '2021-07-01',
        "Corrected: joint improvement partner for SEND and children's social care from 2021-07-01",
        { leftOn: undefined },
      ],
    ]));
});
