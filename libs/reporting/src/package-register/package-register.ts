import type { PackageEvent, PartnerEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { put } from '../lists';
import { PackageRow, type PackageHours } from './package-register.view';

type DeliveryEvent = Extract<PartnerEvent, { type: 'DeliveryRecorded' | 'DeliveryCorrected' }>;

const closed = (row: PackageRow, status: PackageRow['status'], endedOn?: string): PackageRow => ({
  ...row,
  status,
  was: row.was ?? row.status,
  ...(endedOn !== undefined && { endedOn }),
});

/** What is on record of a person on a day for this package; 0 minutes is no delivery (G7). */
function withHours(row: PackageRow, { person, day, minutes }: PackageHours): PackageRow {
  const isIt = (one: PackageHours): boolean => one.person === person && one.day === day;
  const all = put(row.hours, isIt, { person, day, minutes }, (one) => `${one.day} ${one.person}`);
  const hours = all.filter((one) => one.minutes > 0);
  return {
    ...row,
    hours,
    deliveredMinutes: hours.reduce((sum, one) => sum + one.minutes, 0),
    deliveredDates: hours.length,
  };
}

/** Packages of support and their delivery (G7, G10, G11, G17). */
export const packageRegister = defineProjection<PackageRow, PackageEvent | DeliveryEvent>({
  name: 'package-register',
  version: 2,
  view: PackageRow,
  fields: everyFieldOf<PackageRow>()(
    'partner',
    'partnerArea',
    'recipient',
    'options',
    'executiveDays',
    'managementDays',
    'days',
    'status',
    'was',
    'proposedOn',
    'approvedOn',
    'endedOn',
    'rescoped',
    'deliveredMinutes',
    'deliveredDates',
    'hours',
  ),
  columns: {
    partner: 'text',
    partnerArea: 'text',
    recipient: 'text',
    status: ['proposed', 'returned', 'approved', 'withdrawn', 'completed', 'terminated'],
    proposedOn: 'day',
    days: 'integer',
    deliveredMinutes: 'integer',
  },
  indexes: [['proposedOn'], ['partner'], ['recipient'], ['status', 'proposedOn']],
  key: ({ data }, { category, streamId }) => {
    if (category === 'supportPackage') return streamId;
    return 'package' in data ? data.package : undefined;
  },
  on: {
    PackageProposed: (_row, { partner, recipient, options, executiveDays, managementDays, days, proposedOn }) => ({
      partner,
      partnerArea: partner.split('~', 1)[0]!,
      recipient,
      options,
      executiveDays,
      managementDays,
      days,
      status: 'proposed',
      proposedOn,
      rescoped: 0,
      deliveredMinutes: 0,
      deliveredDates: 0,
      hours: [],
    }),
    PackageApproved: (row, { approvedOn }) => row && { ...row, status: 'approved', approvedOn },
    PackageReturned: (row) => row && { ...row, status: 'returned' },
    PackageAnswerWithdrawn: (before) => {
      if (!before) return undefined;
      const { approvedOn: _approvedOn, ...row } = before;
      return { ...row, status: 'proposed' };
    },
    PackageRescoped: (row, { recipient, options, executiveDays, managementDays, days }) =>
      row && { ...row, recipient, options, executiveDays, managementDays, days, rescoped: row.rescoped + 1 },
    PackageWithdrawn: (row) => row && closed(row, 'withdrawn'),
    PackageCompleted: (row, { completedOn }) => row && closed(row, 'completed', completedOn),
    PackageTerminated: (row, { terminatedOn }) => row && closed(row, 'terminated', terminatedOn),
    PackageReinstated: (before) => {
      if (!before) return undefined;
      const { was, endedOn: _ended, ...row } = before;
      return { ...row, status: was ?? row.status };
    },
    DeliveryRecorded: (row, data) => row && withHours(row, data),
    DeliveryCorrected: (row, data) => row && withHours(row, data),
  },
});
