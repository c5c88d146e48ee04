import * as events from '@app/domain/events';
import { signals } from '../signals';
import { Play } from '../testing/play';
import { signalsProcess } from './signals.process';

const source = { publisher: 'Department for Education', title: 'SEN2' };
type Basis = 'no-exceptions' | 'with-exceptions';

const rate = (area: string, year: number, standing: string, basis: Basis = 'no-exceptions') =>
  events.TimelinessRecorded({ area, year, basis, rate: standing, standing, publishedOn: `${year + 1}-06-13`, source });
const streamOf = (area: string, year: number): string => `timeliness-${area}~${year}`;

class Figures extends Play {
  constructor() {
    super(signalsProcess(signals), '2024-06-13T10:00:00.000Z');
  }
  figure(area: string, year: number, standing: string, basis?: Basis): this {
    this.record(streamOf(area, year), rate(area, year, standing, basis));
    return this;
  }
  preferred(area: string, year: number, standing: string): this {
    const data = { area, year, basis: 'no-exceptions' as const, prefers: 1, publisher: 'Council', standing, reason: 'Checked' };
    this.record(streamOf(area, year), events.TimelinessSourcePreferred(data));
    return this;
  }
}

const figures = () => new Figures();
const concern = (area: string, year = 2023): string => `escalation-timeliness_concern~${year}~${area}`;

describe('a year of EHC plan timeliness that proposes a risk (J7)', () => {
  it('is told to the case lead, with both grounds in one escalation: Medway 67.7 to 26.0, England 50.3', () =>
    expect(
      figures()
        .figure('887', 2022, '67.7')
        .figure('england', 2023, '50.3')
        .figure('887', 2023, '26.0')
        .last(concern('887'), 'EscalationRaised'),
    ).toEqual({
      cause: 'timeliness-887~2023@0',
      rule: 'J7',
      level: 1,
      role: 'case-lead',
      need: 'information',
      because:
        'EHC plans issued within 20 weeks in local area 887 in 2023: 26.0 per cent (exceptions excluded), 41.7 points less than the year before and 24.3 below England; a risk is proposed',
      what: 'timeliness-887~2023',
      areas: ['887'],
      since: '2023-12-31',
    }));

  it('is not Oxfordshire’s, 4.0 to 53.7, which rises to above England; nor a year that is not known or withheld', () => {
    const played = figures().figure('931', 2022, '4.0').figure('england', 2023, '50.3').figure('931', 2023, '53.7');
    played.figure('851', 2022, '90.0').figure('851', 2023, 'x').figure('900', 2022, 'z').figure('900', 2023, '49.0');
    expect(played.streams('escalation')).toEqual([]);
  });

  it('is found whatever is recorded last: the year, the year before, or England', () => {
    const whole: readonly [string, number, string][] = [
      ['851', 2023, '30.0'],
      ['851', 2022, '50.0'],
      ['england', 2023, '45.0'],
    ];
    for (const last of whole) {
      const played = figures();
      for (const other of whole.filter((one) => one !== last)) played.figure(...other);
      played.figure(...last);
      expect(played.types(concern('851'))).toEqual(['EscalationRaised']);
    }
  });

  it('is told at exactly 20 points of a fall and at exactly 15 below England, and not before', () => {
    expect(figures().figure('851', 2022, '80.0').figure('851', 2023, '60.1').streams('escalation')).toEqual([]);
    expect(figures().figure('851', 2022, '80.0').figure('851', 2023, '60.0').types(concern('851'))).toEqual(['EscalationRaised']);
    expect(figures().figure('england', 2023, '50.3').figure('851', 2023, '35.4').streams('escalation')).toEqual([]);
    expect(figures().figure('851', 2023, '35.3').figure('england', 2023, '50.3').types(concern('851'))).toEqual(['EscalationRaised']);
  });

  it('is withdrawn when a preferred source, a correction or a withdrawal says otherwise, and told anew when it holds again', () => {
    const played = figures().figure('851', 2022, '80.0').figure('851', 2023, '60.0').preferred('851', 2023, '70.0');
    expect(played.types(concern('851'))).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
    played.preferred('851', 2022, '95.0');
    expect(played.types(concern('851')).slice(2)).toEqual(['EscalationRaised']);
    const gone = { area: '851', year: 2022, basis: 'no-exceptions' as const, corrects: 0, reason: 'Another area’s' };
    played.record(streamOf('851', 2022), events.TimelinessWithdrawn(gone));
    expect(played.types(concern('851')).slice(3)).toEqual(['EscalationWithdrawn']);
    expect(played.last(concern('851'), 'EscalationWithdrawn')).toMatchObject({ because: 'cause-ended', by: 'timeliness-851~2022@2' });
  });

  it('takes a revision of England’s figure to every area, once each', () => {
    const played = figures().figure('851', 2023, '36.0').figure('887', 2023, '34.0').figure('england', 2023, '50.3');
    expect(played.streams('escalation')).toEqual(['timeliness_concern~2023~887']);
    const { data } = rate('england', 2023, '51.0');
    played.record('timeliness-england~2023', events.TimelinessRevised({ ...data, previousRate: '50.3', revises: 0 }));
    expect(played.types(concern('851'))).toEqual(['EscalationRaised']);
    expect(played.types(concern('887'))).toEqual(['EscalationRaised']);
    played.rebuild();
    expect(played.outstanding()).toEqual([]);
  });

  it('goes by one basis alone, the one without exceptional cases where that is known', () => {
    const mixed = figures().figure('851', 2022, '90.0', 'with-exceptions').figure('851', 2023, '60.0');
    expect(mixed.streams('escalation')).toEqual([]);
    expect(mixed.figure('851', 2023, '60.0', 'with-exceptions').streams('escalation')).toEqual([]);
    const other = figures().figure('851', 2022, '90.0', 'with-exceptions').figure('851', 2023, '60.0', 'with-exceptions');
    expect(other.last(concern('851'), 'EscalationRaised')).toMatchObject({ because: expect.stringContaining('exceptions included') });
  });

  it('is judged year by year, and not for years before the notice', () => {
    const played = figures().figure('931', 2019, '80.4').figure('931', 2020, '56.4').figure('931', 2021, '30.7').figure('931', 2022, '4.0');
    expect(played.streams('escalation')).toEqual(['timeliness_concern~2021~931', 'timeliness_concern~2022~931']);
  });

  it('is told of the first year after the notice whatever is recorded last, and of the year before the notice never', () => {
    const backwards = figures().figure('931', 2021, '30.7').figure('931', 2020, '56.4').figure('931', 2019, '80.4');
    expect(backwards.streams('escalation')).toEqual(['timeliness_concern~2021~931']);
  });
});
