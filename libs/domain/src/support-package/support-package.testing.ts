import { LocalAreaRegistered } from '../local-area/local-area.events';
import { ofsted } from '../local-area/local-area.stories';
import { areaFound } from '../application/application.testing';
import { partnerStream } from '../partner/partner.stream';
import { engaged, partnerId, programme, terminated } from '../partner/partner.testing';
import { foundAfter } from '../programme/programme.testing';
import { PackageApproved, PackageProposed } from './support-package.events';

/** An illustrative package of Portsmouth for Medway. */
export const packageId = 'medway_1';
export const packageBody = {
  partner: partnerId,
  recipient: '887',
  options: ['workforce-development'],
  service: 'send',
  executiveDays: 10,
  managementDays: 30,
  proposedOn: '2022-01-10',
};
const { service: _service, ...terms } = packageBody;
export const proposed = (change: object = {}) => PackageProposed({ ...terms, days: 40, ...change });
export const approved = PackageApproved({ partner: partnerId, approvedOn: '2022-02-01', reason: 'Meets the need' });

export const medway = areaFound(
  '887',
  LocalAreaRegistered({ name: 'Medway', laCode: '887', onsCode: 'E06000035', region: 'South East', from: '1998-04-01', source: ofsted }),
);
export const partner = foundAfter(partnerStream, partnerId, engaged);
export const terminatedPartner = foundAfter(partnerStream, partnerId, engaged, terminated);
export const found = { partner, programme, recipient: medway };
