import {
  ManagementInformationCorrected,
  ManagementInformationProvided,
  ManagementInformationRequestCancelled,
  ManagementInformationRequested,
  ManagementInformationWithdrawn,
} from '@app/domain/events';
import { recorded, specForProjection } from '@app/event-sourcing/testing';
import { informationRequests } from './information-requests';
import type { InformationRequestRow } from './information-requests.view';

const given = specForProjection(informationRequests);
const on = { stream: 'contract-CON_1' };
const why = { reason: 'r' };
const asking = { request: 'k1', area: '931', requestedOn: '2024-01-01', dueOn: '2024-01-15', indicators: 'sealed' };
const requested = ManagementInformationRequested({ ...asking, references: ['CON_1'] });
const row: InformationRequestRow = { contract: 'CON_1', ...asking, status: 'open' };
const providing = (providedOn: string) => ManagementInformationProvided({ request: 'k1', providedOn, information: 'sealed too' });
const answered: InformationRequestRow = { ...row, status: 'provided', providedOn: '2024-01-15', late: false, information: 'sealed too' };

describe('requests for management information (C12)', () => {
  it('keeps requests of one id under two contracts apart', () =>
    given(recorded(requested, on), recorded(requested, { stream: 'contract-CON_2' }), recorded(providing('2024-01-15'), on)).rows({
      'CON_1~k1': answered,
      'CON_2~k1': { ...row, contract: 'CON_2' },
    }));

  it.each([
    ['2024-01-15', false],
    ['2024-01-16', true],
  ])('that are answered on %s are late: %p', (providedOn, late) =>
    given(recorded(requested, on), recorded(providing(providedOn), on)).rows({ 'CON_1~k1': { ...answered, providedOn, late } }),
  );

  it('show the answer as corrected', () => {
    const corrected = ManagementInformationCorrected({
      request: 'k1',
      providedOn: '2024-01-16',
      information: 'other',
      corrects: 2,
      ...why,
    });
    given(recorded(requested, on), recorded(providing('2024-01-15'), on), recorded(corrected, on)).rows({
      'CON_1~k1': { ...answered, providedOn: '2024-01-16', late: true, information: 'other' },
    });
    given(recorded(corrected, on)).rows({});
  });

  it('are open again where the information was not provided', () => {
    const taken = { request: 'k1', providedOn: '2024-01-15', dueOn: '2024-01-15', corrects: 2, ...why };
    const withdrawn = recorded(ManagementInformationWithdrawn(taken), on);
    given(recorded(requested, on), recorded(providing('2024-01-15'), on), withdrawn).rows({ 'CON_1~k1': row });
    given(withdrawn).rows({});
  });

  it('are cancelled, and unknown before they are made', () => {
    const cancelled = recorded(ManagementInformationRequestCancelled({ request: 'k1', ...why }), on);
    given(recorded(requested, on), cancelled).rows({ 'CON_1~k1': { ...row, status: 'cancelled' } });
    given(cancelled, recorded(providing('2024-01-15'), on)).rows({});
  });
});
