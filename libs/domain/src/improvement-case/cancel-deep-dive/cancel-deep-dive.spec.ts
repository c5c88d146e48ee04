import { make, specFor } from '@app/event-sourcing/testing';
import { DeepDiveCancelled } from '../improvement-case.events';
import { apa, caseLead, finding, opened, recordedDive, scheduled } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CancelDeepDive, cancelDeepDive } from './cancel-deep-dive.command';

const given = specFor(caseStream, cancelDeepDive, { now: '2024-05-10', actor: caseLead, id: '931~inspection' });
const command = () => make(CancelDeepDive, { deepDive: 'd2', reason: 'Taken into the six-monthly one' });
const cancelled = DeepDiveCancelled({ ...scheduled.data, reason: 'Taken into the six-monthly one' });

describe('cancelling an APA deep dive (J4)', () => {
  it('needs a reason, and is done once', () => {
    given(opened, apa, scheduled).when(command()).then(cancelled);
    given(opened, apa, scheduled, cancelled).when(command()).thenNothing();
  });
  it('is refused of one that is unknown or was held', () => {
    given(opened, apa).when(command()).thenRefused('deep-dive-not-scheduled', 'deepDive');
    const held = recordedDive({ deepDive: 'd2', kind: 'apa', findings: [finding('apa_1')] });
    given(opened, apa, scheduled, held).when(command()).thenRefused('deep-dive-not-scheduled', 'deepDive');
    given().when(command()).thenRefused('case-not-opened');
  });
});
