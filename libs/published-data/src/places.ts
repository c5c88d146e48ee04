import type { Stream } from '@app/event-sourcing';
import { localAreaStream } from '@app/domain/local-area/local-area.stream';
import { nationalDsgId, nationalDsgStream } from '@app/domain/national-dsg/national-dsg.stream';
import { timelinessStream } from '@app/domain/timeliness/timeliness.stream';
import { planDsg, planNationalDsg } from './dsg-plan';
import type { PublishedFact } from './facts';
import { planInspection, planRevisit } from './inspection-plans';
import type { OnRecord, Plan } from './plan';
import type { Publication } from './publication';
import { planTimeliness, timelinessId } from './timeliness';

/** Stands in the place of a local area where the figure is the whole country's. */
const ENGLAND = 'england';

/** Where a fact is kept, and what is to be done about it as its stream stands. */
export interface PlaceOfFact {
  readonly stream: Stream<any, any>;
  readonly id: string;
  readonly plan: (standing: OnRecord<any>, publication: Publication) => Plan;
}

/** @param area id of the local area, or `england` */
export function placeOf(fact: PublishedFact, area: string): PlaceOfFact {
  const ofArea = { stream: localAreaStream, id: area };
  switch (fact.kind) {
    case 'timeliness':
      return {
        stream: timelinessStream,
        id: timelinessId(area, fact),
        plan: (standing, publication) => planTimeliness(fact, area, standing, publication),
      };
    case 'dsg':
      if (area !== ENGLAND) return { ...ofArea, plan: (standing, publication) => planDsg(fact, area, standing, publication) };
      return {
        stream: nationalDsgStream,
        id: nationalDsgId(fact.year),
        plan: (standing, publication) => planNationalDsg(fact, standing, publication),
      };
    case 'inspection':
      return { ...ofArea, plan: (standing, publication) => planInspection(fact, area, standing, publication) };
    case 'revisit':
      return { ...ofArea, plan: (standing, publication) => planRevisit(fact, area, standing, publication) };
  }
}
