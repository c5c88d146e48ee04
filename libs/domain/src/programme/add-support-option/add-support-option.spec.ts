import { make, specFor } from '@app/event-sourcing/testing';
import { SupportOptionAdded } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { grantManager as actor, opened, programmeId as id } from '../programme.testing';
import { AddSupportOption, addSupportOption } from './add-support-option.command';

const given = specFor(programmeStream, addSupportOption, { now: '2021-10-01', actor, id });
const body = { option: 'transition-planning', title: 'Transition planning', service: 'send', reason: 'Often asked for' };
const command = (change: object = {}) => make(AddSupportOption, { ...body, ...change });
const added = SupportOptionAdded({ option: body.option, title: body.title, reason: body.reason });

describe('adding a support option (G6)', () => {
  it('extends the menu', () => given(opened).when(command()).then(added));
  it('is nothing when it is there, and refused under another title', () => {
    given(opened, added).when(command()).thenNothing();
    given(opened, added)
      .when(command({ title: 'Transitions' }))
      .thenRefused('support-option-title-differs', 'title');
    given(opened)
      .when(command({ option: 'workforce-development' }))
      .thenRefused('support-option-title-differs', 'title');
  });
  it.each(['childrens-social-care', 'send-and-childrens-social-care'])('is refused for %s: the programme is solely SEND', (service) =>
    given(opened).when(command({ service })).thenRefused('solely-send', 'service'),
  );
  it('is refused where no programme is open', () => given().when(command()).thenRefused('programme-not-open'));
});
