import { fieldsOf } from '@app/event-sourcing';
import { make, specFor } from '@app/event-sourcing/testing';
import { AdviceDayRecorded, ProfessionalReplaced, ProgrammeLiaisonRecorded, type ContractEvent } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id, orderPlaced, professionalNamed } from '../contract.testing';
import { RecordAdviceDay, recordAdviceDay } from './record-advice-day.command';

const given = specFor(contractStream, recordAdviceDay, { now: '2024-01-12', actor, id });
const body = {
  day: '2024-01-10',
  area: '931',
  person: 'subject_1',
  minutes: 210,
  purposes: ['advice-challenge-and-support' as const, 'health-partners' as const],
  onSite: true,
};
const command = (change: Partial<RecordAdviceDay> = {}) => make(RecordAdviceDay, { ...body, ...change });
const recorded = (change: object = {}, dateMinutes = 210): ContractEvent => AdviceDayRecorded({ ...body, dateMinutes, ...change });
const named = [...bound, professionalNamed];

describe('recording an advice day (C2, C18, C19)', () => {
  it('names the area, the purposes and whether it was on site', () => {
    given(...named)
      .when(command())
      .then(recorded());
    given(...named)
      .when(command({ onSite: false, notes: 'By video' }))
      .then(recorded({ onSite: false, notes: 'By video' }));
  });

  it('is refused without an area, or without a purpose (reading 21)', () => {
    const { area: _none, ...nowhere } = body;
    expect(() =>
      given(...named)
        .when(make(RecordAdviceDay, nowhere))
        .happened(),
    ).toThrow('area');
    expect(() =>
      given(...named)
        .when(command({ purposes: [] }))
        .happened(),
    ).toThrow('purposes');
    given(...named)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
  });

  it('adds hours given to two areas on one date up to one day (reading 25)', () =>
    given(...named, recorded())
      .when(command({ area: '887' }))
      .then(recorded({ area: '887' }, 420)));

  it('refuses two full days of one person on one date: 13 h 59 stand, 14 h do not (readings 21, 25)', () => {
    const full = recorded({ minutes: 420 }, 420);
    given(...named, full)
      .when(command({ area: '887', minutes: 419 }))
      .then(recorded({ area: '887', minutes: 419 }, 839));
    given(...named, full)
      .when(command({ area: '887', minutes: 420 }))
      .thenRefused('advice-day-counted-twice', 'minutes');
    given(...named, full)
      .when(command({ area: '887', minutes: 420, day: '2024-01-11' }))
      .then(recorded({ area: '887', minutes: 420, day: '2024-01-11' }, 420));
    given(...named)
      .when(command({ minutes: 839 }))
      .then(recorded({ minutes: 839 }, 839));
    given(...named)
      .when(command({ minutes: 840 }))
      .thenRefused('advice-day-counted-twice');
  });

  it('counts the hours of each person apart', () => {
    const replaced = ProfessionalReplaced({
      subject: 'subject_2',
      name: 'sealed',
      from: '2024-01-10',
      previous: 'subject_1',
      reason: 'Retired',
    });
    const other = recorded({ person: 'subject_2', minutes: 420 }, 420);
    given(...named, replaced, other)
      .when(command({ day: '2024-01-09', minutes: 420 }))
      .then(recorded({ day: '2024-01-09', minutes: 420 }, 420));
  });

  it('is one record for a date, an area and a person', () =>
    given(...named, recorded())
      .when(command())
      .thenRefused('advice-day-already-recorded', 'day'));

  it('takes the professional who is named for that day (C8)', () => {
    const replaced = ProfessionalReplaced({
      subject: 'subject_2',
      name: 'sealed',
      from: '2024-01-10',
      previous: 'subject_1',
      reason: 'Retired',
    });
    given(...bound)
      .when(command())
      .thenRefused('advice-by-unnamed-professional', 'person');
    given(...named, replaced)
      .when(command())
      .thenRefused('advice-by-unnamed-professional');
    given(...named, replaced)
      .when(command({ day: '2024-01-09' }))
      .then(recorded({ day: '2024-01-09' }));
    given(...named, replaced)
      .when(command({ person: 'subject_2' }))
      .then(recorded({ person: 'subject_2' }));
  });

  it('takes days of the term up to today, recorded late too', () => {
    given(...named)
      .when(command({ day: '2024-01-13' }))
      .thenRefused('contract-day-in-future', 'day');
    given(...named)
      .when(command({ day: '2023-10-11' }))
      .thenRefused('contract-day-outside-term', 'day');
    given(...named)
      .when(command({ day: '2023-10-12' }))
      .then(recorded({ day: '2023-10-12' }));
    given(...named)
      .when(command({ day: '2025-03-31' }), { now: '2025-04-20' })
      .then(recorded({ day: '2025-03-31' }));
    given(...named)
      .when(command({ day: '2025-04-01' }), { now: '2025-04-20' })
      .thenRefused('contract-day-outside-term');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
  });

  it('puts liaison within the day on record with it (C2, C14)', () => {
    const liaison = ProgrammeLiaisonRecorded({ area: '887', programme: 'safety-valve', day: '2024-01-10' });
    const withLiaison = command({ area: '887', liaison: 'safety-valve' });
    given(...named)
      .when(withLiaison)
      .then(recorded({ area: '887' }), liaison);
    given(...named, liaison)
      .when(withLiaison)
      .then(recorded({ area: '887' }));
  });

  it("keeps the supplier's notes as management information (P1)", () =>
    expect(fieldsOf(RecordAdviceDay).get('notes')?.classification).toEqual({ kind: 'free-text', category: 'management-information' }));
});
