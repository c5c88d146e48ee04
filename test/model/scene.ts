import * as events from '@app/domain/events';
import { World } from './world';

/** One of each thing that is watched: contract, case, local areas, risk and grant; where a history begins. */
export const CONTRACT = 'CON_22889';
export const AREA = '931';
export const PARTNER_AREA = '851';
/** Can take the place of the contract's area by a reorganisation. */
export const SUCCESSOR = '932';
export const SUCCESSOR_CASE = `${SUCCESSOR}~timeliness`;
export const TIMELINESS = `${AREA}~timeliness`;
export const CASE = `${AREA}~inspection`;
export const GRANT = `${PARTNER_AREA}~project_5369`;
export const LEAD = 'u-lead';
export const PROGRAMME = 'project_5369';
export const INSTALLATION = 'unit';
export const source = { publisher: 'Ofsted', title: 'As published' };

/** Each in the example's own words and dates; what is kept open is decided by the histories. */
export function opening(): World {
  const world = new World('2023-10-12T08:00:00.000Z');
  const registered = (laCode: string, name: string, ...predecessors: string[]) =>
    events.LocalAreaRegistered({ name, laCode, onsCode: 'E10000025', region: 'South East', from: '2009-04-01', predecessors, source });
  world.record(`localArea-${AREA}`, registered(AREA, 'Oxfordshire'));
  world.record(`localArea-${PARTNER_AREA}`, registered(PARTNER_AREA, 'Portsmouth'));
  world.record(`localArea-${SUCCESSOR}`, registered(SUCCESSOR, 'Oxfordshire, reorganised', AREA));
  world.record(
    `partner-${GRANT}`,
    events.PartnerEngaged({
      area: PARTNER_AREA,
      others: [],
      programme: 'project_5369',
      award: 'a1',
      application: 'b1',
      pence: 10_000_000,
      from: '2023-10-01',
      until: '2024-12-31',
      engagedOn: '2023-10-12',
      legalBasis: 'section 14 Education Act 2002',
      facts: [{ area: PARTNER_AREA, factsUpTo: 0 }],
      evidence: [{ area: PARTNER_AREA, excellence: 'met' }],
      judgedBy: 'programme-project_5369@2',
    }),
  );
  world.record(
    `programme-${PROGRAMME}`,
    events.ProgrammeOpened({
      title: 'SEND Sector Led Improvement Partners',
      noticeId: '2021/S 000-021741',
      ocid: 'ocds-h6vhtk-02dc5c',
      reference: PROGRAMME,
      mainCpvCode: '80000000',
      additionalCpvCodes: ['80340000'],
      publishedAt: '2021-09-02T11:49:00.000Z',
      applicationsCloseAt: '2021-11-01T12:00:00.000Z',
      fundingFrom: '2022-01-01',
      fundingUntil: '2023-03-31',
      extendableUntil: '2024-03-31',
      maximumPence: 51_800_000,
      options: ['workforce-development'],
    }),
  );
  world.record(`installation-${INSTALLATION}`, events.InstallationFounded({ mode: 'example' }));
  return world;
}
