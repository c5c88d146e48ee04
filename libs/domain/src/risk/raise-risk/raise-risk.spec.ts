import type { Found } from '@app/event-sourcing';
import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { contractStream, type ContractState } from '../../contract/contract.stream';
import { areaPassed, bound, orderPlaced } from '../../contract/contract.testing';
import { RiskRaised } from '../risk.events';
import { riskStream } from '../risk.stream';
import { caseLead as actor, closed, raised, riskBody } from '../risk.testing';
import { RaiseRisk, raiseRisk, type RiskFacts } from './raise-risk.command';

const given = specFor(riskStream, raiseRisk, { now: '2024-01-12', actor, found: {} as RiskFacts });
const command = (change: Partial<RaiseRisk> = {}) => make(RaiseRisk, { ...riskBody, ...change });
const contract = (state: ContractState): Found<ContractState> => ({
  id: 'CON_22889',
  state,
  revision: 2,
  judgedBy: 'contract-CON_22889@2',
});

describe('raising a risk (E1)', () => {
  it('belongs to an area, has an owner and a next review, and a score of likelihood times impact', () =>
    given().when(command()).then(raised));

  it('is one under an id, closed or not', () => {
    given(raised).when(command()).thenRefused('risk-already-raised');
    given(raised, closed).when(command()).thenRefused('risk-already-raised');
  });

  it.each([
    ['likelihood', 0],
    ['likelihood', 6],
    ['impact', 0],
    ['impact', 6],
    ['impact', 2.5],
  ])('does not take %s %d', (field, value) =>
    expect(() =>
      given()
        .when(command({ [field]: value }))
        .happened(),
    ).toThrow(field),
  );

  it('takes 1 and 5', () =>
    given()
      .when(command({ likelihood: 1, impact: 5 }))
      .then(RiskRaised({ ...riskBody, likelihood: 1, impact: 5, score: 5 })));

  it('was seen by today, and is reviewed after that day (C15)', () => {
    given()
      .when(command({ raisedOn: '2024-01-13' }))
      .thenRefused('risk-day-in-future', 'raisedOn');
    given()
      .when(command({ raisedOn: '2024-01-12' }))
      .then(RiskRaised({ ...raised.data, raisedOn: '2024-01-12' }));
    given()
      .when(command({ nextReviewOn: '2024-01-10' }))
      .thenRefused('risk-review-not-ahead', 'nextReviewOn');
    given()
      .when(command({ nextReviewOn: '2024-01-11' }))
      .then(RiskRaised({ ...raised.data, nextReviewOn: '2024-01-11' }));
  });

  it('can be a risk to a binding contract that covers the area, and says what it judged by (C15)', () => {
    const ofContract = command({ contract: 'CON_22889' });
    const binding = stateAfter(contractStream, bound);
    given()
      .when(ofContract, { found: { contract: contract(binding) } })
      .then(RiskRaised({ ...raised.data, contract: 'CON_22889', judgedBy: 'contract-CON_22889@2' }));
    given()
      .when(command({ contract: 'CON_22889', area: '850' }), { found: { contract: contract(binding) } })
      .thenRefused('risk-contract-elsewhere', 'contract');
    given()
      .when(ofContract, { found: { contract: contract(stateAfter(contractStream, [orderPlaced])) } })
      .thenRefused('risk-contract-elsewhere');
    given().when(ofContract).thenRefused('risk-contract-elsewhere', 'contract');
  });

  it('is a risk to a contract for a successor from the day on which the area passes to it (reading 26)', () => {
    const found = {
      contract: contract(stateAfter(contractStream, [...bound, { ...areaPassed, data: { ...areaPassed.data, from: '2024-01-10' } }])),
    };
    const of = (area: string, raisedOn: string) =>
      given().when(command({ contract: 'CON_22889', area, raisedOn, nextReviewOn: '2024-02-10' }), { found });
    expect(of('931', '2024-01-09').happened()).toHaveLength(1);
    expect(of('942', '2024-01-10').happened()).toHaveLength(1);
    of('931', '2024-01-10').thenRefused('risk-contract-elsewhere', 'contract');
    of('942', '2024-01-09').thenRefused('risk-contract-elsewhere', 'contract');
  });

  it('can be a risk to a grant', () =>
    given()
      .when(command({ grant: '931~project_5369' }))
      .then(RiskRaised({ ...raised.data, grant: '931~project_5369' })));
});
