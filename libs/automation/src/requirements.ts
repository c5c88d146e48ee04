import type { RequirementRow } from './requirement-engine/row';
import { acknowledgement } from './watches/acknowledgement';
import { breakAnswer, confidentialityReview, managementInformation, qualityApproach } from './watches/contract';
import { monthlyReport } from './watches/monthly-report';
import { riskReview } from './watches/risk';

/** The funding period of the programme was announced on 2 Sep 2021: nothing that was true before imposes anything. */
const FROM_THE_NOTICE = '2021-09-02';

/**
 * Everything that can lapse, row by row (E2): what is owed, by when, what settles it, and who is told where it lapses. The words are for
 * people, the numbers are in force, and `watch` is the row at work. A requirement keeps the numbers with which it was imposed.
 */
export const requirements: readonly RequirementRow[] = [
  {
    definition: 'quality-approach',
    rule: 'C11',
    says: 'The approach to quality management and assurance is discussed with the Department',
    onePer: 'contract',
    imposedBy: 'the acceptance that makes the order binding',
    due: 'commencement and 14 calendar days',
    metBy: 'the discussion',
    endsWith: 'the contract, where that ends before',
    settings: { calendarDays: 14 },
    then: { level: 1, role: 'contract-manager', need: 'information' },
    inForceFrom: FROM_THE_NOTICE,
    watch: qualityApproach,
  },
  {
    definition: 'monthly-report',
    rule: 'C9',
    says: 'The report for the period is submitted',
    onePer: 'contract and period; besides, area and period where reporting is increased (C10)',
    imposedBy: 'the acceptance that makes the order binding, or the increase; each period on its first day',
    due: 'the end of the period and 10 calendar days; a report that came in time and is returned has 5 working days from the return',
    metBy: 'a report for the period that is not returned',
    endsWith: 'nothing: the last period of a contract stays due',
    settings: { graceDays: 10, resubmissionWorkingDays: 5 },
    then: { level: 1, role: 'contract-manager', need: 'information', secondInARow: 2 },
    inForceFrom: FROM_THE_NOTICE,
    watch: monthlyReport,
  },
  {
    definition: 'break-answer',
    rule: 'C4',
    says: 'The break point of the contract is answered: continue or terminate',
    onePer: 'contract',
    imposedBy: 'the acceptance that makes an order with a break point binding',
    due: 'the break point, with reminders on working days before it',
    metBy: 'the answer',
    endsWith: 'the contract, where that ends before',
    settings: { firstReminderDays: 28, secondReminderDays: 7 },
    then: { level: 3, role: 'contract-manager', need: 'departmental-intervention' },
    inForceFrom: FROM_THE_NOTICE,
    watch: breakAnswer,
  },
  {
    definition: 'management-information',
    rule: 'C12',
    says: 'The management information that was requested is provided',
    onePer: 'request',
    imposedBy: 'the request',
    due: 'the day that the request names',
    metBy: 'the answer',
    endsWith: 'the cancelling of the request, or the contract',
    settings: {},
    then: { level: 1, role: 'contract-manager', need: 'information' },
    inForceFrom: FROM_THE_NOTICE,
    watch: managementInformation,
  },
  {
    definition: 'risk-review',
    rule: 'C15',
    says: 'The risk is reviewed',
    onePer: 'risk and review',
    imposedBy: 'the raising, reassessing or reopening of the risk',
    due: 'the next review date that was set with it',
    metBy: 'a reassessment',
    endsWith: 'the closing of the risk',
    settings: {},
    then: { level: 1, role: 'case-lead', need: 'information' },
    inForceFrom: FROM_THE_NOTICE,
    watch: riskReview,
  },
  {
    definition: 'confidentiality-review',
    rule: 'P1',
    says: 'It is decided what stays confidential after the end of the contract',
    onePer: 'contract',
    imposedBy: 'the end of the contract',
    due: 'the end and 60 calendar days',
    metBy: 'the decision',
    endsWith: 'nothing',
    settings: { calendarDays: 60 },
    then: { level: 1, role: 'contract-manager', need: 'information' },
    inForceFrom: FROM_THE_NOTICE,
    watch: confidentialityReview,
  },
  {
    definition: 'acknowledgement',
    rule: 'E3',
    says: 'The escalation is acknowledged',
    onePer: 'escalation and telling',
    imposedBy: 'each telling of a level',
    due: '3 working days at level 1, 2 at level 2, 1 at level 3',
    metBy: 'an acknowledgement, or the resolution',
    endsWith: 'the withdrawal of the escalation',
    settings: { level1WorkingDays: 3, level2WorkingDays: 2, level3WorkingDays: 1 },
    then: { level: 1, role: 'case-lead', need: 'information' },
    inForceFrom: FROM_THE_NOTICE,
    watch: acknowledgement,
  },
];
