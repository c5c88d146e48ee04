import { make, specFor } from '@app/event-sourcing/testing';
import { programmeStream } from '../../programme/programme.stream';
import { awarded, foundAfter, grantManager as actor, opened, programmeId, running } from '../../programme/programme.testing';
import { AwardWithdrawn } from '../../programme/programme.events';
import { ApplicationDeclined, ApplicationReopened, ApplicationWithdrawn } from '../application.events';
import { applicationStream } from '../application.stream';
import { applicationId as id, complete, programme, started, submitted } from '../application.testing';
import { ReopenApplication, reopenApplication } from './reopen-application.command';

const given = specFor(applicationStream, reopenApplication, { now: '2021-11-12', actor, id, found: { programme } });
const reason = 'Recorded by mistake';
const command = make(ReopenApplication, { reason });
const declined = ApplicationDeclined({ declinedOn: '2021-11-10', reason: 'G13 is not met' });

describe('taking back a withdrawal or a decision (G5)', () => {
  it('names what it corrects, and the bid stands as before', () => {
    given(...complete, submitted, declined)
      .when(command)
      .then(ApplicationReopened({ corrects: 11, status: 'submitted', reason }));
    given(started, ApplicationWithdrawn({ reason: 'No capacity' }))
      .when(command)
      .then(ApplicationReopened({ corrects: 1, status: 'draft', reason }));
  });
  it('is nothing while nothing is decided, and refused where there is no bid', () => {
    given(...complete, submitted)
      .when(command)
      .thenNothing();
    given().when(command).thenRefused('application-not-started');
  });
  it('is refused while a grant is awarded on it', () => {
    const withAward = foundAfter(programmeStream, programmeId, opened, awarded());
    given(...complete, submitted, declined)
      .when(command, { found: { programme: withAward } })
      .thenRefused('application-awarded');
    const answered = foundAfter(programmeStream, programmeId, ...running);
    given(...complete, submitted, declined)
      .when(command, { found: { programme: answered } })
      .thenRefused('application-awarded');
    const ofAnother = foundAfter(programmeStream, programmeId, opened, awarded({ application: 'another_bid' }));
    given(...complete, submitted, declined)
      .when(command, { found: { programme: ofAnother } })
      .then(ApplicationReopened({ corrects: 11, status: 'submitted', reason }));
    const withdrawn = AwardWithdrawn({
      award: 'illustrative_award',
      withdrawnOn: '2021-12-02',
      reason: 'Wrong',
      releasedPence: 12_000_000,
    });
    given(...complete, submitted, declined)
      .when(command, { found: { programme: foundAfter(programmeStream, programmeId, opened, awarded(), withdrawn) } })
      .then(ApplicationReopened({ corrects: 11, status: 'submitted', reason }));
  });
});
