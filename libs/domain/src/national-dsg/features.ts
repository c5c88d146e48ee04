import { feature } from '@app/event-sourcing';
import { withExamples } from '../examples';
import { VCU } from '../roles';
import { CorrectNationalDsg, correctNationalDsg } from './correct-national-dsg/correct-national-dsg.command';
import { nationalDsgExamples } from './national-dsg.examples';
import { nationalDsgStream } from './national-dsg.stream';
import { RecordNationalDsg, recordNationalDsg } from './record-national-dsg/record-national-dsg.command';
import { WithdrawNationalDsg, withdrawNationalDsg } from './withdraw-national-dsg/withdraw-national-dsg.command';

const stream = nationalDsgStream;
const staff = { roles: VCU };

const commands = [
  feature(RecordNationalDsg, stream, recordNationalDsg, {
    ...staff,
    rules: ['J9', 'G13'],
    says: "Record England's balance of the dedicated schools grant at a year end",
  }),
  feature(CorrectNationalDsg, stream, correctNationalDsg, {
    ...staff,
    rules: ['J9'],
    says: "Correct England's balance of the dedicated schools grant",
  }),
  feature(WithdrawNationalDsg, stream, withdrawNationalDsg, {
    ...staff,
    rules: ['J9'],
    says: "Withdraw a balance of England's that should never have been recorded",
  }),
];

export const nationalDsgFeatures = withExamples(commands, nationalDsgExamples);
