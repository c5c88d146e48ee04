import { make, specFor } from '@app/event-sourcing/testing';
import { RequirementMet, RequirementMetLate, RequirementReleased, RequirementWaived, WaiverWithdrawn } from '../requirement.events';
import { requirementStream } from '../requirement.stream';
import { imposed, lapsed } from '../requirement.stories';
import { WithdrawWaiver, withdrawWaiver } from '../withdraw-waiver/withdraw-waiver.command';
import { WaiveRequirement, waiveRequirement } from './waive-requirement.command';

const facts = { now: '2023-11-15', actor: { who: 'u-2', role: 'team-leader' } };
const given = specFor(requirementStream, waiveRequirement, facts);
const body = { reason: 'The report was merged with that of the next month' };
const command = make(WaiveRequirement, body);
const met = { by: 'contract-CON_22889@12', recordedAt: '2023-11-09T09:00:00.000Z', effectiveOn: '2023-11-09' };

describe('waiving a requirement (E2, P5)', () => {
  it('is a decision with a reason, before or after the lapse', () => {
    given(imposed).when(command).then(RequirementWaived(body));
    given(imposed, lapsed).when(command).then(RequirementWaived(body));
  });

  it('is done once, and again after it was withdrawn', () => {
    given(imposed, RequirementWaived(body)).when(command).thenNothing();
    given(imposed, RequirementWaived(body), WaiverWithdrawn({ corrects: 1, reason: 'A mistake' }))
      .when(command)
      .then(RequirementWaived(body));
  });

  it('is refused for what was met, has ended or was never imposed', () => {
    given(imposed, RequirementMet(met)).when(command).thenRefused('waiver-of-met-requirement');
    given(imposed, RequirementMetLate({ ...met, recordedAt: '2023-11-11T09:00:00.000Z', due: '2023-11-10', daysLate: 1 }))
      .when(command)
      .thenRefused('waiver-of-met-requirement');
    given(imposed, RequirementReleased({ by: 'contract-CON_22889@20', because: 'The contract was ended' }))
      .when(command)
      .thenRefused('waiver-of-released-requirement');
    given().when(command).thenRefused('requirement-not-imposed');
  });
});

describe('withdrawing a waiver (E2, P5)', () => {
  const givenWaived = specFor(requirementStream, withdrawWaiver, facts);
  const withdrawal = { corrects: 1, reason: 'Meant for another contract' };
  const withdraw = (corrects: number) => make(WithdrawWaiver, { ...withdrawal, corrects });

  it('names the waiver that it takes back', () => {
    givenWaived(imposed, RequirementWaived(body)).when(withdraw(1)).then(WaiverWithdrawn(withdrawal));
    givenWaived(imposed, RequirementWaived(body)).when(withdraw(0)).thenRefused('waiver-mismatch', 'corrects');
  });

  it('is refused where nothing is waived', () => {
    givenWaived().when(withdraw(1)).thenRefused('requirement-not-imposed');
    givenWaived(imposed).when(withdraw(1)).thenRefused('requirement-not-waived');
    givenWaived(imposed, RequirementWaived(body), WaiverWithdrawn(withdrawal)).when(withdraw(1)).thenRefused('requirement-not-waived');
  });
});
