import { Nested, type Decide, type Found } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import type { ApplicationState } from '../../application/application.stream';
import { IsDay, IsId, IsPence, IsText } from '../../fields';
import { judgeEligibility, ruleOf } from '../../local-area/eligibility';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { entryOf } from '../../entries';
import { FUNDING_PERIODS, LEGAL_BASIS, ruleSetOn, type FundingPeriod } from '../grant-terms';
import { checkDay } from '../programme-days';
import { GrantAwarded, type ProgrammeEvent } from '../programme.events';
import { MeasuredObjective } from '../programme.parts.command';
import { refuse } from '../programme.refusals';
import { isDelivered, type ProgrammeState } from '../programme.stream';
import { checkRoom } from '../room-in-period';

/**
 * Award a grant on an accepted application (G2, G3, G20). All awards of a period together stay within its maximum,
 * and the eligibility assessment that it relies on is not older than the newest fact of any local area of the application.
 */
export class AwardGrant {
  /** Id of the award. */
  @IsId() award!: string;
  /** Accepted application by its id. */
  @IsId() application!: string;
  /** Local area that leads the application and receives the grant. */
  @IsId() partner!: string;
  /** Local areas that apply with it, as in the application. */
  @IsArray() @ArrayMaxSize(19) @IsId({ each: true }) others!: string[];
  /** Period whose maximum it draws on. */
  @IsIn(FUNDING_PERIODS) period!: FundingPeriod;
  /** The most that the partner can claim, in pence. */
  @IsPence(1) pence!: number;
  /** Measured objectives, agreed at the award (G3). */
  @IsArray() @ArrayMaxSize(50) @Nested(() => MeasuredObjective, { each: true }) objectives!: MeasuredObjective[];
  /** Day of the award. */
  @IsDay() awardedOn!: string;
  /** Why it is awarded. */
  @IsText() reason!: string;
}

type Reads = { application: Found<ApplicationState>; areas: readonly Found<LocalAreaState>[] };

function checkApplication({ application, partner, others }: AwardGrant, state: ProgrammeState, found: ApplicationState): void {
  if (found.status !== 'accepted') throw refuse('award-application-not-accepted', { field: 'application', values: { application } });
  if (found.programme !== state.reference) throw refuse('award-other-programme', { field: 'application', values: { application } });
  if (partner !== found.lead || [...others].sort().join() !== [...found.others].sort().join()) {
    throw refuse('award-areas-mismatch', { field: 'partner', values: { lead: found.lead, others: found.others.join(', ') || 'none' } });
  }
}

function checkAreas({ awardedOn }: AwardGrant, application: ApplicationState, areas: readonly Found<LocalAreaState>[]): void {
  const { assessment } = application;
  for (const { id, state: area, revision } of areas) {
    const assessed = assessment && entryOf(assessment.areas, id);
    if (!assessed || assessment.overtaken || revision > assessed.factsUpTo) {
      throw refuse('award-assessment-stale', { field: 'application', values: { area: id } });
    }
    const evidence = entryOf(application.evidence, id) ?? {};
    const failed = judgeEligibility({ area, on: awardedOn, ruleSet: ruleSetOn(awardedOn), evidence }).find(
      ({ result }) => result === 'not-met',
    );
    const rule = assessed.open[0]?.rule ?? failed?.rule;
    if (rule) throw refuse('award-not-eligible', { field: 'application', values: { area: id, rule }, rules: [ruleOf(rule), 'G16'] });
  }
}

function checkPartner({ partner, period }: AwardGrant, state: ProgrammeState): void {
  const own = Object.entries(state.awards).filter(([, award]) => award.partner === partner && award.application !== undefined);
  const held = own.find(([, award]) => award.period === period && (award.status === 'offered' || award.status === 'accepted'));
  if (held) throw refuse('partner-already-awarded', { field: 'partner', values: { area: partner, award: held[0] } });
  if (period === 'extension' && !own.some(([, award]) => award.period === 'initial' && isDelivered(award))) {
    throw refuse('award-objectives-not-delivered', { field: 'partner', values: { area: partner } });
  }
}

export const awardGrant: Decide<AwardGrant, ProgrammeState, ProgrammeEvent, Reads> = (command, state, { now, found }) => {
  const { award, application, partner, others, period, pence, objectives, awardedOn, reason } = command;
  if (state.status !== 'open') throw refuse('programme-not-open');
  const known = entryOf(state.awards, award);
  if (known) {
    if (known.application === application && known.partner === partner && known.period === period && known.pence === pence) return [];
    throw refuse('award-id-taken', { field: 'award', values: { award } });
  }
  checkApplication(command, state, found.application.state);
  if (objectives.length === 0) throw refuse('award-without-objectives', { field: 'objectives' });
  const ids = objectives.map(({ objective }) => objective);
  const twice = ids.find((objective, index) => ids.indexOf(objective) < index);
  if (twice !== undefined) throw refuse('award-objective-twice', { field: 'objectives', values: { objective: twice } });
  checkDay(awardedOn, 'awardedOn', state, now);
  const { acceptedOn: accepted = '' } = found.application.state;
  if (awardedOn < accepted) throw refuse('award-before-acceptance', { field: 'awardedOn', values: { application, accepted } });
  checkPartner(command, state);
  checkRoom(state, period, pence, awardedOn);
  checkAreas(command, found.application.state, found.areas);
  const judged = found.application.state.evidence;
  return [
    GrantAwarded({
      award,
      partner,
      others: [...others],
      application,
      period,
      pence,
      legalBasis: LEGAL_BASIS,
      objectives: objectives.map((objective) => ({ ...objective })),
      awardedOn,
      reason,
      facts: found.areas.map(({ id, revision }) => ({ area: id, factsUpTo: Math.max(revision, 0) })),
      evidence: found.areas.map(({ id }) => ({ area: id, ...entryOf(judged, id) })),
      judgedBy: [found.application.judgedBy, ...found.areas.map(({ judgedBy }) => judgedBy)],
    }),
  ];
};
