import { RequirementImposed, RequirementLapsed } from './requirement.events';

/** The first monthly report of the advisory contract, due on 10 Nov 2023. */
export const imposed = RequirementImposed({
  definition: 'monthly-report',
  rule: 'C9',
  says: 'The monthly report is submitted',
  what: 'contract-CON_22889',
  period: '2023-10-12',
  from: '2023-10-12',
  areas: ['931', '887', '851'],
  due: '2023-11-10',
  dueMoment: '2023-11-10T23:59:59.999Z',
  because: '10 calendar days from the end of the period on 2023-10-31',
  counted: { from: '2023-10-31', unit: 'calendar-days', count: 10, skipped: [] },
  settings: [{ name: 'graceDays', value: 10 }],
  imposedBy: { event: 'contract-CON_22889@2', effectiveOn: '2023-10-12' },
  escalation: { level: 1, need: 'information', secondInARow: 2 },
});

/** Its lapse, as the automation judges it. */
export const lapsed = RequirementLapsed({
  definition: 'monthly-report',
  what: 'contract-CON_22889',
  period: '2023-10-12',
  areas: ['931', '887', '851'],
  due: '2023-11-10',
  judgedAt: '2023-11-11T00:01:00.000Z',
  readUpTo: '00000000000000000042',
  escalation: { level: 1, need: 'information', secondInARow: 2 },
  pastWhenImposed: false,
});
