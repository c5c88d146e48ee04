import { checkTold } from '../told.testing';
import * as events from './support-package.events';

describe('what the record says of a package of support (G10, G11)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      ['PackageProposed', '2022-01-10', 'Package of 25 days proposed for local area 887: workforce-development'],
      [
        'PackageProposed',
        '2022-01-10',
        'Package of 25 days proposed for local area 887: workforce-development, send-place-planning',
        { options: ['workforce-development', 'send-place-planning'] },
      ],
      ['PackageWithdrawn', undefined, 'Package withdrawn'],
      ['PackageApproved', '2022-02-01', 'Package approved on 2022-02-01'],
      ['PackageReturned', '2022-01-20', 'Package returned on 2022-01-20'],
      ['PackageAnswerWithdrawn', '2022-02-01', 'The record that the package was approved on 2022-02-01 was taken back'],
      ['PackageRescoped', '2022-03-01', 'Package re-scoped: 25 days for local area 887, workforce-development'],
      [
        'PackageRescoped',
        '2022-03-01',
        'Package re-scoped: 25 days for local area 887, workforce-development, send-place-planning',
        { options: ['workforce-development', 'send-place-planning'] },
      ],
      ['PackageCompleted', '2022-09-30', 'Package completed on 2022-09-30'],
      ['PackageTerminated', '2022-06-20', 'Package terminated on 2022-06-20'],
      ['PackageReinstated', undefined, 'Package reinstated'],
    ]));
});
