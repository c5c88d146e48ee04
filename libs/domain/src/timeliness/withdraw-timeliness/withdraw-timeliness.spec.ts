import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { TimelinessRevised, TimelinessWithdrawn } from '../timeliness.events';
import { caseLead, counted, published, sen2Revised } from '../timeliness.stories';
import { timelinessStream } from '../timeliness.stream';
import { WithdrawTimeliness, withdrawTimeliness } from './withdraw-timeliness.command';

const given = specFor(timelinessStream, withdrawTimeliness, { now: '2024-07-01', actor: caseLead, id: '931~2022' });
const reason = 'Recorded of another year';
const command = (corrects = 0) => make(WithdrawTimeliness, { corrects, reason });
const withdrawn = TimelinessWithdrawn({ area: '931', year: 2022, basis: 'no-exceptions', corrects: 0, reason });
const revised = TimelinessRevised({
  ...counted.data,
  rate: '4.5',
  withinTwentyWeeks: 30,
  source: sen2Revised,
  publishedOn: '2024-06-13',
  previousRate: '4.0',
  revises: 0,
  standing: '4.5',
});

describe('a figure that should never have been recorded (J7)', () => {
  it('is withdrawn with a reason; none is left', () => given(counted).when(command()).then(withdrawn));

  it('leaves the other source’s figure (reading 20)', () =>
    given(counted, published)
      .when(command())
      .then(TimelinessWithdrawn({ ...withdrawn.data, standing: '5.2' })));

  it('leaves, of a revision, what had been published before', () => {
    given(counted, revised)
      .when(command(1))
      .then(TimelinessWithdrawn({ ...withdrawn.data, corrects: 1, standing: '4.0' }));
    given(counted, revised)
      .when(command())
      .then(TimelinessWithdrawn({ ...withdrawn.data, standing: '4.5' }));
  });

  it('is gone, and can be recorded again', () => {
    expect(stateAfter(timelinessStream, [counted, withdrawn]).sources['no-exceptions']).toEqual([]);
    given(counted, withdrawn).when(command()).thenRefused('timeliness-not-on-record', 'corrects');
  });

  it('is refused of a record without a figure', () => {
    given().when(command()).thenRefused('timeliness-not-on-record', 'corrects');
    given(counted).when(command(1)).thenRefused('timeliness-not-on-record', 'corrects');
  });

  it('says what stands', () => {
    expect(TimelinessWithdrawn.says(withdrawn.data)).toBe(
      'EHC plans issued within 20 weeks in 2022, exceptions excluded: a figure withdrawn, none is left',
    );
    expect(TimelinessWithdrawn.says({ ...withdrawn.data, standing: 'z' })).toBe(
      'EHC plans issued within 20 weeks in 2022, exceptions excluded: a figure withdrawn, not applicable (z) stands',
    );
  });
});
