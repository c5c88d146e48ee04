import { assertShape } from '@app/event-sourcing';
import { make } from '@app/event-sourcing/testing';
import { AddSupportOption } from './add-support-option/add-support-option.command';
import { OpenProgramme } from './open-programme/open-programme.command';
import { notice } from './programme.testing';

const option = (id: unknown) => () =>
  assertShape(make(AddSupportOption, { option: id, title: 'Title', service: 'send', reason: 'Needed' }));
const opening = (change: object) => () => assertShape(make(OpenProgramme, { ...notice, ...change }));

describe('the id of a support option (G6)', () => {
  it.each(['ab', 'a1-b', 'transition-planning', `a${'b'.repeat(79)}`])('may be %s', (id) => expect(option(id)).not.toThrow());
  it.each(['', 'a', 'A-b', 'a_b', '1a', '-ab', 'a b', ' ab', 'ab ', `a${'b'.repeat(80)}`, ['ab']])('may not be %j', (id) =>
    expect(option(id)).toThrow('option must be the id of a support option: lower-case words joined by hyphens'),
  );
});

describe('the particulars of a notice (G1)', () => {
  it.each([
    ['noticeId', '2021/S 000-02174'],
    ['noticeId', 'x2021/S 000-021741'],
    ['noticeId', '2021/S 000-0217411'],
    ['ocid', 'ocds-h6vht-02dc5c'],
    ['ocid', 'xocds-h6vhtk-02dc5c'],
    ['ocid', 'ocds-h6vhtk-02dc5c '],
    ['mainCpvCode', '8000000'],
    ['mainCpvCode', '800000000'],
    ['additionalCpvCodes', ['8034000']],
    ['additionalCpvCodes', ['80340000', '80340000']],
  ])('have no %s %j', (field, value) => expect(opening({ [field]: value })).toThrow(field));
  it('may name no further code', () => expect(opening({ additionalCpvCodes: [] })).not.toThrow());
});
