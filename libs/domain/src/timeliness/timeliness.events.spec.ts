import { checkTold } from '../told.testing';
import * as events from './timeliness.events';

describe('what the record says of figures of timeliness (J7)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      [
        'TimelinessRecorded',
        '2022-12-31',
        'EHC plans issued within 20 weeks in 2022, exceptions excluded: 4.0 per cent (27 of 667), Department for Education',
      ],
      [
        'TimelinessRecorded',
        '2022-12-31',
        'EHC plans issued within 20 weeks in 2022 in England, exceptions included: 50.3 per cent, Department for Education',
        { area: 'england', basis: 'with-exceptions', issued: undefined, withinTwentyWeeks: undefined, rate: '50.3' },
      ],
      [
        'TimelinessRecorded',
        '2022-12-31',
        'EHC plans issued within 20 weeks in 2022, exceptions excluded: suppressed (x), Department for Education',
        { issued: undefined, withinTwentyWeeks: undefined, rate: 'x' },
      ],
      [
        'TimelinessRecorded',
        '2022-12-31',
        'EHC plans issued within 20 weeks in 2022, exceptions excluded: not applicable (z) (0 of 0), Department for Education',
        { issued: 0, withinTwentyWeeks: 0, rate: 'z' },
      ],
      [
        'TimelinessRevised',
        '2022-12-31',
        'Revised by its publisher: EHC plans issued within 20 weeks in 2022, exceptions included: 66.4 per cent (93 of 140), Example publisher',
      ],
      [
        'TimelinessCorrected',
        '2022-12-31',
        'Corrected: EHC plans issued within 20 weeks in 2022, exceptions excluded: 90.0 per cent (188 of 209), Department for Education',
      ],
      [
        'TimelinessWithdrawn',
        '2023-12-31',
        'EHC plans issued within 20 weeks in 2023 in England, exceptions excluded: a figure withdrawn, 50.3 per cent stands',
      ],
      [
        'TimelinessWithdrawn',
        '2023-12-31',
        'EHC plans issued within 20 weeks in 2023 in England, exceptions excluded: a figure withdrawn, none is left',
        { standing: undefined },
      ],
      [
        'TimelinessSourcePreferred',
        '2023-12-31',
        'EHC plans issued within 20 weeks in 2023, exceptions excluded: Department for Education is preferred, 26.0 per cent',
      ],
      [
        'TimelinessSourcePreferred',
        '2023-12-31',
        'EHC plans issued within 20 weeks in 2023, exceptions excluded: Department for Education is preferred, not applicable (z)',
        { standing: 'z' },
      ],
    ]));
});
