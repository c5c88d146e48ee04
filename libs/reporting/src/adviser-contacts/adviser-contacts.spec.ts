import { CaseRecordWithdrawn, HealthAdviserContactCorrected, HealthAdviserContactRecorded } from '@app/domain/events';
import { fieldsOf } from '@app/event-sourcing';
import { recorded, specForProjection } from '@app/event-sourcing/testing';
import { adviserContacts } from './adviser-contacts';
import { AdviserContactRow } from './adviser-contacts.view';

const given = specForProjection(adviserContacts);
const on = { stream: 'improvementCase-931~inspection' };
const area = '931';
const contact = {
  area,
  contact: 'c1',
  heldOn: '2024-02-01',
  means: 'video' as const,
  dfeAdviser: 'u-1',
  nhsAdviser: 'u-2',
  outcome: 'o9',
  summary: 'sealed',
};
const { contact: _id, ...rest } = contact;
const row: AdviserContactRow = { ...rest, case: '931~inspection' };
const made = recorded(HealthAdviserContactRecorded(contact), on);
const { outcome: _outcome, ...general } = contact;
const other = recorded(HealthAdviserContactRecorded({ ...general, contact: 'c2' }), on);
const { outcome: _none, ...otherRow } = row;
const why = { corrects: 1, reason: 'r' };

describe('the contacts of the SEND advisers (A6)', () => {
  it('are kept apart, with their advisers and words closed (P1)', () => {
    given(made, other).rows({ '931~inspection~c1': row, '931~inspection~c2': otherRow });
    const categories = [...fieldsOf(AdviserContactRow)].map(([name, { classification }]) => [name, classification?.category]);
    expect(Object.fromEntries(categories)).toEqual({
      dfeAdviser: 'adviser-contact',
      nhsAdviser: 'adviser-contact',
      summary: 'management-information',
    });
  });
  it('are corrected and withdrawn', () => {
    const corrected = recorded(HealthAdviserContactCorrected({ ...contact, heldOn: '2024-02-02', ...why }), on);
    given(made, other, corrected).rows({ '931~inspection~c1': { ...row, heldOn: '2024-02-02' }, '931~inspection~c2': otherRow });
    given(corrected).rows({});
    const withdrawn = (record: 'health-adviser-contact' | 'stocktake') =>
      recorded(CaseRecordWithdrawn({ area, record, id: 'c1', effectiveOn: '2024-02-01', ...why }), on);
    given(made, other, withdrawn('health-adviser-contact')).rows({ '931~inspection~c2': otherRow });
    given(made, withdrawn('stocktake')).rows({ '931~inspection~c1': row });
    given(withdrawn('health-adviser-contact')).rows({});
  });
});
