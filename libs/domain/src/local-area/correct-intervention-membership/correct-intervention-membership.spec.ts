import { make, specFor } from '@app/event-sourcing/testing';
import { InterventionMembershipCorrected, InterventionProgrammeLeft } from '../local-area.events';
import { caseLead, dfe, joined, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectInterventionMembership, correctInterventionMembership } from './correct-intervention-membership.command';

const given = specFor(localAreaStream, correctInterventionMembership, { now: '2024-10-12', actor: caseLead, id: '931' });
const safetyValve = joined('safety-valve', '2023-03-16');
const left = InterventionProgrammeLeft({ programme: 'safety-valve', leftOn: '2024-04-01', source: dfe });
const body = { ...safetyValve.data, corrects: 1, reason: 'It has not left' };
const command = (change: Partial<CorrectInterventionMembership> = {}) => make(CorrectInterventionMembership, { ...body, ...change });

describe('correcting a membership (G13, J1)', () => {
  it('can take back its end', () => given(registered, safetyValve, left).when(command()).then(InterventionMembershipCorrected(body)));
  it('changes nothing where it is already so', () => {
    given(registered, safetyValve).when(command()).thenNothing();
    given(registered, safetyValve, left)
      .when(command({ leftOn: '2024-04-01' }))
      .thenNothing();
  });
  it('is refused for a record that does not stand', () =>
    given(registered, safetyValve)
      .when(command({ corrects: 0 }))
      .thenRefused('fact-not-on-record', 'corrects'));
  it('is refused where the days are out of order, lie ahead or overlap another membership', () => {
    given(registered, safetyValve)
      .when(command({ leftOn: '2023-03-15' }))
      .thenRefused('days-out-of-order', 'leftOn');
    given(registered, safetyValve)
      .when(command({ leftOn: '2024-10-13' }))
      .thenRefused('fact-in-future', 'leftOn');
    const again = joined('safety-valve', '2024-06-01');
    given(registered, safetyValve, left, again)
      .when(command({ leftOn: '2024-06-02' }))
      .thenRefused('membership-overlaps', 'from');
    given(registered, safetyValve, left, again)
      .when(command({ leftOn: '2024-06-01' }))
      .then(InterventionMembershipCorrected({ ...body, leftOn: '2024-06-01' }));
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
