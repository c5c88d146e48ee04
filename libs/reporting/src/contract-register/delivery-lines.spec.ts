import {
  AdviceDayCorrected,
  AdviceDayRecorded,
  AdviceDayWithdrawn,
  DiagnosticCorrected,
  DiagnosticRecorded,
  DiagnosticWithdrawn,
  ManagementInformationCorrected,
  ManagementInformationProvided,
  ManagementInformationRequestCancelled,
  ManagementInformationRequested,
  MeetingCancelled,
  MeetingCorrected,
  MeetingHeld,
  MeetingRecordWithdrawn,
  MeetingScheduled,
  ProgrammeLiaisonCorrected,
  ProgrammeLiaisonRecorded,
  ProgrammeLiaisonWithdrawn,
  VisitsAgreed,
} from '@app/domain/events';
import { at, shows, why } from './contract-register.testing';

describe('the delivery in the contract register', () => {
  const advice = (day: string, area: string, minutes: number, onSite = false) => ({
    day,
    area,
    person: 's_1',
    minutes,
    dateMinutes: minutes,
    purposes: ['health-partners' as const],
    onSite,
  });
  const entry = (day: string, area: string, minutes: number, record: number, onSite = false) => ({
    day,
    area,
    person: 's_1',
    minutes,
    onSite,
    record,
  });
  const one = at(AdviceDayRecorded(advice('2023-11-02', '931', 200, true)), 1);
  const two = at(AdviceDayRecorded(advice('2023-11-02', '887', 220)), 2);
  const three = at(AdviceDayRecorded(advice('2023-10-20', '931', 420)), 3);

  it('counts a date once, whatever areas it served (C2, reading 25)', () =>
    shows([one, two, three], {
      advice: [entry('2023-10-20', '931', 420, 3), entry('2023-11-02', '931', 200, 1, true), entry('2023-11-02', '887', 220, 2)],
      months: [
        { month: '2023-10', days: 1, areas: [{ area: '931', minutes: 420, dates: 1, onSite: 0 }] },
        {
          month: '2023-11',
          days: 1,
          areas: [
            { area: '887', minutes: 220, dates: 1, onSite: 0 },
            { area: '931', minutes: 200, dates: 1, onSite: 1 },
          ],
        },
      ],
    }));
  it('takes corrected and withdrawn days', () => {
    const previous = { previousDay: '2023-11-02', previousArea: '931', previousPerson: 's_1', previousMinutes: 200 };
    const corrected = AdviceDayCorrected({ ...advice('2023-12-01', '931', 100), ...previous, corrects: 1, ...why });
    shows([one, at(corrected, 4)], {
      advice: [entry('2023-12-01', '931', 100, 4)],
      months: [{ month: '2023-12', days: 1, areas: [{ area: '931', minutes: 100, dates: 1, onSite: 0 }] }],
    });
    const withdrawn = { day: '2023-11-02', area: '931', person: 's_1', minutes: 200, dateMinutes: 0, corrects: 1, ...why };
    shows([one, at(AdviceDayWithdrawn(withdrawn), 4)], {});
  });
  it('shows agreed visits (C19) and diagnostics (C18)', () => {
    const agreed = (visitsPerMonth: number) => at(VisitsAgreed({ area: '931', visitsPerMonth, from: '2023-11-01', ...why }));
    shows([agreed(1), agreed(2)], { visits: [{ area: '931', visitsPerMonth: 2, from: '2023-11-01' }] });
    const diagnostic = { diagnostic: 'd1', area: '931', madeOn: '2023-11-05', madeBy: 'vcu' as const };
    const made = at(DiagnosticRecorded({ ...diagnostic, findings: 'sealed' }));
    shows([made], { diagnostics: [diagnostic] });
    shows([made, at(DiagnosticCorrected({ ...diagnostic, madeBy: 'supplier', findings: 'sealed', corrects: 1, ...why }))], {
      diagnostics: [{ ...diagnostic, madeBy: 'supplier' }],
    });
    const withdrawn = { diagnostic: 'd1', area: '931', madeOn: '2023-11-05', corrects: 1, ...why };
    shows([made, at(DiagnosticWithdrawn(withdrawn))], {});
    shows([made, at(DiagnosticWithdrawn({ ...withdrawn, diagnostic: 'd2' }))], { diagnostics: [diagnostic] });
  });
  it('shows liaison (C14)', () => {
    const liaison = { area: '887', programme: 'safety-valve' as const, day: '2023-11-10' };
    const held = at(ProgrammeLiaisonRecorded(liaison), 1);
    shows([held], { liaisons: [{ ...liaison, record: 1 }] });
    const previous = { previousArea: '887', previousProgramme: 'safety-valve' as const, previousDay: '2023-11-10' };
    const corrected = ProgrammeLiaisonCorrected({ ...liaison, day: '2023-11-11', ...previous, corrects: 1, ...why });
    shows([held, at(corrected, 2)], { liaisons: [{ ...liaison, day: '2023-11-11', record: 2 }] });
    shows([held, at(ProgrammeLiaisonWithdrawn({ ...liaison, corrects: 1, ...why }), 2)], {});
  });
  it('shows who was represented at meetings, and who was not (C13)', () => {
    const meeting = { meeting: 'm1', kind: 'contract-review' as const, area: '931' };
    const scheduled = at(MeetingScheduled({ ...meeting, on: '2024-01-10', means: 'phone', expected: ['supplier'], references: [] }));
    shows([scheduled], { meetings: [{ ...meeting, on: '2024-01-10', status: 'scheduled' }] });
    const attended = { means: 'phone' as const, represented: ['case-lead' as const], absent: ['supplier' as const] };
    const held = at(MeetingHeld({ ...meeting, heldOn: '2024-01-11', ...attended }));
    const shown = { ...meeting, on: '2024-01-11', status: 'held' as const, represented: ['case-lead'], absent: ['supplier'] };
    shows([scheduled, held], { meetings: [shown] });
    const corrected = MeetingCorrected({ ...meeting, heldOn: '2024-01-12', ...attended, absent: [], corrects: 2, ...why });
    shows([scheduled, held, at(corrected)], { meetings: [{ ...shown, on: '2024-01-12', absent: [] }] });
    const notHeld = { ...meeting, heldOn: '2024-01-11', scheduledOn: '2024-01-10', scheduledMeans: 'phone' as const, corrects: 2, ...why };
    shows([scheduled, held, at(MeetingRecordWithdrawn(notHeld))], { meetings: [{ ...meeting, on: '2024-01-10', status: 'scheduled' }] });
    shows([scheduled, at(MeetingCancelled({ meeting: 'm1', scheduledOn: '2024-01-10', ...why }))], {
      meetings: [{ ...meeting, on: '2024-01-10', status: 'cancelled' }],
    });
  });
  it('shows requests for management information and their answers (C12)', () => {
    const request = { request: 'q1', area: '931', requestedOn: '2024-01-01', dueOn: '2024-01-31' };
    const asked = at(ManagementInformationRequested({ ...request, indicators: 'sealed', references: [] }));
    shows([asked], { requests: [{ ...request, status: 'open' }] });
    const provided = at(ManagementInformationProvided({ request: 'q1', providedOn: '2024-01-20', information: 'sealed' }));
    shows([asked, provided], { requests: [{ ...request, status: 'provided', providedOn: '2024-01-20' }] });
    const corrected = ManagementInformationCorrected({ request: 'q1', providedOn: '2024-01-21', information: 's', corrects: 2, ...why });
    shows([asked, provided, at(corrected)], { requests: [{ ...request, status: 'provided', providedOn: '2024-01-21' }] });
    shows([asked, at(ManagementInformationRequestCancelled({ request: 'q1', ...why }))], {
      requests: [{ ...request, status: 'cancelled' }],
    });
  });
});
