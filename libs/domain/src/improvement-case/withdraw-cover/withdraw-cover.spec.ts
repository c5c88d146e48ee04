import { make, specFor } from '@app/event-sourcing/testing';
import { CoverNamed, CoverWithdrawn } from '../improvement-case.events';
import { caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { WithdrawCover, withdrawCover } from './withdraw-cover.command';

const given = specFor(caseStream, withdrawCover, { now: '2023-12-01', actor: caseLead, id: '931~inspection' });
const named = CoverNamed({ absent: 'u-1', from: '2023-12-18', to: '2024-01-02', reason: 'Leave' });
const command = (corrects: number) => make(WithdrawCover, { corrects, reason: 'Leave was cancelled' });
const withdrawn = CoverWithdrawn({ absent: 'u-1', from: '2023-12-18', to: '2024-01-02', corrects: 1, reason: 'Leave was cancelled' });

describe('withdrawing cover (E3)', () => {
  it('takes the absence back', () => given(opened, named).when(command(1)).then(withdrawn));
  it('is refused of what is no absence that stands', () => {
    given(opened, named).when(command(0)).thenRefused('cover-not-on-record', 'corrects');
    given(opened, named, withdrawn).when(command(1)).thenRefused('cover-not-on-record', 'corrects');
    given().when(command(1)).thenRefused('case-not-opened');
  });
});
