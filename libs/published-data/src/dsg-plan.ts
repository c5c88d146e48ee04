import { CorrectDsgPosition } from '@app/domain/local-area/correct-dsg-position/correct-dsg-position.command';
import type { LocalAreaState } from '@app/domain/local-area/local-area.state';
import { localAreaStream } from '@app/domain/local-area/local-area.stream';
import { balanceSays } from '@app/domain/local-area/local-area.vocabulary';
import { PublishDsgPosition } from '@app/domain/local-area/publish-dsg-position/publish-dsg-position.command';
import { RecordDsgPosition } from '@app/domain/local-area/record-dsg-position/record-dsg-position.command';
import { CorrectNationalDsg } from '@app/domain/national-dsg/correct-national-dsg/correct-national-dsg.command';
import { nationalDsgId, nationalDsgStream, type NationalDsgState } from '@app/domain/national-dsg/national-dsg.stream';
import { RecordNationalDsg } from '@app/domain/national-dsg/record-national-dsg/record-national-dsg.command';
import { sameFigure } from './cells';
import type { DsgFact } from './facts';
import { recordNamed, type OnRecord, type Plan } from './plan';
import { sourceOf, type Publication } from './publication';

/**
 * A published balance becomes a record that is open at once; where its publisher is on record with another one for that year, a correction
 * with its reason; where the same one is still confidential, its publication (G13, P1).
 */
export function planDsg(fact: DsgFact, area: string, { state }: OnRecord<LocalAreaState>, publication: Publication): Plan {
  const { year, balance } = fact;
  const stream = localAreaStream;
  const source = sourceOf(publication);
  const { publishedOn } = publication;
  const body = { year, balance, publishedOn, source };
  const ofPublisher = (state.dsg[year] ?? []).filter(({ publisher }) => publisher === source.publisher);
  const known = ofPublisher.find(({ title }) => title === source.title) ?? ofPublisher[0];
  if (!known) return { step: { stream, id: area, command: RecordDsgPosition, body } };
  const record = recordNamed(stream, area, known.revision);
  if (sameFigure(known.balance, balance)) {
    if (known.publishedOn !== undefined) return { because: `Already so: ${record}.` };
    return { step: { stream, id: area, command: PublishDsgPosition, body: { year, position: known.revision, publishedOn, source } } };
  }
  if (known.publishedOn !== undefined && publishedOn < known.publishedOn) {
    return { because: `${record} is what its publisher said later, on ${known.publishedOn}.` };
  }
  const reason = `Published otherwise in a file of ${publishedOn}: ${balanceSays(balance)} instead of what record ${known.revision} says`;
  return { step: { stream, id: area, command: CorrectDsgPosition, body: { ...body, corrects: known.revision, reason } } };
}

/**
 * England's balance becomes a record; where another one is on record, a correction with its reason. What stands already, or was published
 * later, is left alone (J9).
 */
export function planNationalDsg({ year, balance }: DsgFact, { state }: OnRecord<NationalDsgState>, publication: Publication): Plan {
  const stream = nationalDsgStream;
  const id = nationalDsgId(year);
  const { publishedOn } = publication;
  const said = { balance, publishedOn, source: sourceOf(publication) };
  const known = state.standing;
  if (!known) return { step: { stream, id, command: RecordNationalDsg, body: { year, ...said } } };
  const record = recordNamed(stream, id, known.revision);
  if (sameFigure(known.balance, balance)) return { because: `Already so: ${record}.` };
  if (publishedOn < known.publishedOn) return { because: `${record} is what was published later, on ${known.publishedOn}.` };
  const reason = `Published otherwise in a file of ${publishedOn}: ${balanceSays(balance)} instead of what record ${known.revision} says`;
  return { step: { stream, id, command: CorrectNationalDsg, body: { ...said, corrects: known.revision, reason } } };
}
