import { feature, type Read } from '@app/event-sourcing';
import { withExamples } from '../examples';
import { localAreaStream } from '../local-area/local-area.stream';
import { VCU } from '../roles';
import { CorrectTimeliness, correctTimeliness } from './correct-timeliness/correct-timeliness.command';
import { PreferTimelinessSource, preferTimelinessSource } from './prefer-timeliness-source/prefer-timeliness-source.command';
import { RecordTimeliness, recordTimeliness } from './record-timeliness/record-timeliness.command';
import { ReviseTimeliness, reviseTimeliness } from './revise-timeliness/revise-timeliness.command';
import { timelinessStream } from './timeliness.stream';
import { ENGLAND } from './timeliness.vocabulary';
import { WithdrawTimeliness, withdrawTimeliness } from './withdraw-timeliness/withdraw-timeliness.command';
import { timelinessExamples } from './timeliness.examples';

const stream = timelinessStream;
const staff = { roles: VCU };

const commands = [
  feature(RecordTimeliness, stream, recordTimeliness, {
    ...staff,
    rules: ['J7', 'A3'],
    says: 'Record how many EHC plans were issued within 20 weeks in a year',
    reads: ({ area }): Record<string, Read> => (area === ENGLAND ? {} : { area: { stream: localAreaStream, id: area } }),
  }),
  feature(ReviseTimeliness, stream, reviseTimeliness, {
    ...staff,
    rules: ['J7'],
    says: 'Record that a publisher revised its figure of timeliness',
  }),
  feature(CorrectTimeliness, stream, correctTimeliness, {
    ...staff,
    rules: ['J7'],
    says: 'Correct a figure of timeliness that was recorded wrongly',
  }),
  feature(WithdrawTimeliness, stream, withdrawTimeliness, {
    ...staff,
    rules: ['J7'],
    says: 'Withdraw a figure of timeliness that should never have been recorded',
  }),
  feature(PreferTimelinessSource, stream, preferTimelinessSource, {
    ...staff,
    rules: ['J7'],
    says: 'Prefer one of two sources for a figure of timeliness',
  }),
];

export const timelinessFeatures = withExamples(commands, timelinessExamples);
