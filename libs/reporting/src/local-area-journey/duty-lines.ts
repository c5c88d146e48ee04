import type { EscalationEvent, RequirementEvent, RiskEvent } from '@app/domain/events';
import { inOrder, present } from '../lists';
import { changedIn, opened, reopenedIn, settledIn, type JourneyLines } from './journey-lists';
import type { JourneyEscalation, JourneyRequirement, JourneyRisk, LocalAreaJourney } from './local-area-journey.view';

const isRequirement =
  (id: string) =>
  ({ requirement }: JourneyRequirement): boolean =>
    requirement === id;
const dueOf = ({ due }: JourneyRequirement): string => due;

const owed = (
  row: LocalAreaJourney,
  change: (requirements: LocalAreaJourney['requirements']) => LocalAreaJourney['requirements'],
): LocalAreaJourney => ({ ...row, requirements: change(row.requirements) });

const settledAs = (row: LocalAreaJourney, id: string, status: JourneyRequirement['status']): LocalAreaJourney =>
  owed(row, (requirements) => settledIn(requirements, isRequirement(id), (one) => ({ ...one, status })));

/** Owed again: as lapsed where a lapse stands. */
const owedAgain = (row: LocalAreaJourney, id: string, change: (one: JourneyRequirement) => JourneyRequirement = (one) => one) =>
  owed(row, (requirements) =>
    reopenedIn(
      requirements,
      isRequirement(id),
      (one) => {
        const next = change(one);
        return { ...next, status: next.lapsedAt === undefined ? 'open' : 'lapsed' };
      },
      dueOf,
    ),
  );

/** What is owed in the area, by when (E2). */
export const requirementLines: JourneyLines<RequirementEvent> = {
  RequirementImposed: (row, { definition, rule, says, what, due }, { streamId }) =>
    owed(row, (requirements) =>
      opened(requirements, isRequirement(streamId), { requirement: streamId, definition, rule, says, what, due, status: 'open' }, dueOf),
    ),
  RequirementLapsed: (row, { judgedAt }, { streamId }) =>
    owed(row, (requirements) =>
      changedIn(requirements, isRequirement(streamId), (one) => ({ ...one, status: 'lapsed', lapsedAt: judgedAt })),
    ),
  RequirementMet: (row, _data, { streamId }) => settledAs(row, streamId, 'met'),
  RequirementMetLate: (row, _data, { streamId }) => settledAs(row, streamId, 'met-late'),
  RequirementReleased: (row, _data, { streamId }) => settledAs(row, streamId, 'released'),
  RequirementWaived: (row, _data, { streamId }) => settledAs(row, streamId, 'waived'),
  RequirementRescheduled: (row, { due, stillLapsed }, { streamId }) =>
    owedAgain(row, streamId, ({ lapsedAt, ...one }) => present({ ...one, due, lapsedAt: stillLapsed ? lapsedAt : undefined })),
  RequirementAreasRestated: (row, { definition, rule, says, what, due, lapsedAt, areas }, { streamId }, key) =>
    owed(row, ({ open, settled }) => {
      const others = { open: open.filter((one) => !isRequirement(streamId)(one)), settled };
      if (!areas.includes(key)) return others;
      const status = lapsedAt === undefined ? 'open' : 'lapsed';
      const moved = present<JourneyRequirement>({ requirement: streamId, definition, rule, says, what, due, status, lapsedAt });
      return opened(others, isRequirement(streamId), moved, dueOf);
    }),
  RequirementReopened: (row, _data, { streamId }) => owedAgain(row, streamId),
  WaiverWithdrawn: (row, _data, { streamId }) => owedAgain(row, streamId),
};

const isEscalation =
  (id: string) =>
  ({ escalation }: JourneyEscalation): boolean =>
    escalation === id;
const sinceOf = ({ since }: JourneyEscalation): string => since;

const escalated = (
  row: LocalAreaJourney,
  change: (escalations: LocalAreaJourney['escalations']) => LocalAreaJourney['escalations'],
): LocalAreaJourney => ({ ...row, escalations: change(row.escalations) });

const onEscalation = (row: LocalAreaJourney, id: string, change: (one: JourneyEscalation) => JourneyEscalation) =>
  escalated(row, (escalations) => changedIn(escalations, isEscalation(id), change));

/** Who has to act for the area (E3, E6). */
export const escalationLines: JourneyLines<EscalationEvent> = {
  EscalationRaised: (row, { rule, because, what, level, role, person, need, since }, { streamId }) =>
    escalated(row, (escalations) =>
      opened(
        escalations,
        isEscalation(streamId),
        present({ escalation: streamId, rule, because, what, level, role, person, need, since, status: 'unacknowledged', support: [] }),
        sinceOf,
      ),
    ),
  EscalationAcknowledged: (row, _data, { streamId, who }) =>
    onEscalation(row, streamId, (one) => ({ ...one, status: 'acknowledged', acknowledgedBy: who })),
  EscalationRaisedToNextLevel: (row, { level, role, person }, { streamId }) =>
    onEscalation(row, streamId, (one) => present({ ...one, level, role, person })),
  SupportPutInPlace: (row, { kind }, { streamId }) => onEscalation(row, streamId, (one) => ({ ...one, support: [...one.support, kind] })),
  EscalationResolved: (row, _data, { streamId }) =>
    escalated(row, (escalations) => settledIn(escalations, isEscalation(streamId), (one) => ({ ...one, status: 'resolved' }))),
  EscalationWithdrawn: (row, _data, { streamId }) =>
    escalated(row, (escalations) => settledIn(escalations, isEscalation(streamId), (one) => ({ ...one, status: 'withdrawn' }))),
  EscalationReopened: (row, _data, { streamId }) =>
    escalated(row, (escalations) =>
      reopenedIn(
        escalations,
        isEscalation(streamId),
        (one) => ({ ...one, status: one.acknowledgedBy === undefined ? 'unacknowledged' : 'acknowledged' }),
        sinceOf,
      ),
    ),
};

const isRisk =
  (id: string) =>
  ({ risk }: JourneyRisk): boolean =>
    risk === id;
const reviewOf = ({ nextReviewOn }: JourneyRisk): string => nextReviewOn;

const atRisk = (row: LocalAreaJourney, change: (risks: LocalAreaJourney['risks']) => LocalAreaJourney['risks']): LocalAreaJourney => ({
  ...row,
  risks: change(row.risks),
});

const onRisk = (row: LocalAreaJourney, id: string, change: (one: JourneyRisk) => JourneyRisk): LocalAreaJourney =>
  atRisk(row, (risks) => {
    const after = changedIn(risks, isRisk(id), change);
    return { ...after, open: inOrder(after.open, reviewOf) };
  });

type RaisedData = Extract<RiskEvent, { type: 'RiskRaised' }>['data'];

const riskOf = ({ outcome, contract, grant, likelihood, impact, score, owner, nextReviewOn, summary }: RaisedData, risk: string) =>
  present<JourneyRisk>({ risk, outcome, contract, grant, likelihood, impact, score, owner, nextReviewOn, summary });

/** Risks of the area; one that was recorded of another area leaves this one (E1). */
export const riskLines: JourneyLines<RiskEvent> = {
  RiskRaised: (row, data, { streamId }) => atRisk(row, (risks) => opened(risks, isRisk(streamId), riskOf(data, streamId), reviewOf)),
  RiskCorrected: (row, data, { streamId }, area) =>
    atRisk(row, (risks) =>
      data.area === area
        ? opened(risks, isRisk(streamId), riskOf(data, streamId), reviewOf)
        : { ...risks, open: risks.open.filter((one) => !isRisk(streamId)(one)) },
    ),
  RiskReassessed: (row, { likelihood, impact, score, nextReviewOn }, { streamId }) =>
    onRisk(row, streamId, (one) => ({ ...one, likelihood, impact, score, nextReviewOn })),
  RiskEscalated: (row, { needs }, { streamId }) => onRisk(row, streamId, (one) => ({ ...one, needs })),
  RiskPassedOn: (row, { owner }, { streamId }) => onRisk(row, streamId, (one) => ({ ...one, owner })),
  RiskClosed: (row, _data, { streamId }) => atRisk(row, (risks) => settledIn(risks, isRisk(streamId), (one) => one)),
  RiskReopened: (row, { nextReviewOn }, { streamId }) =>
    atRisk(row, (risks) => reopenedIn(risks, isRisk(streamId), (one) => ({ ...one, nextReviewOn }), reviewOf)),
};
