import { defineEvent, FreeText } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsText } from '../fields';
import { LocalAreaCodes, LocalAreaPartner, Sourced } from './local-area.parts.command';
import { FACT_KINDS, PARTNER_KINDS, type FactKind, type PartnerKind } from './local-area.vocabulary';

class LocalAreaRegisteredShape extends LocalAreaCodes {
  /** Local areas that it succeeds, by their ids; absent where it succeeds none. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsId({ each: true }) predecessors?: string[];
}
/** A local area was registered; its id is the DfE code that it has then, and stays when codes do not (J1). */
export const LocalAreaRegistered = defineEvent('LocalAreaRegistered', LocalAreaRegisteredShape, {
  effective: ({ from }) => from,
  says: ({ name, laCode, onsCode, region }) => `${name} registered: DfE code ${laCode}, ONS code ${onsCode}, ${region}`,
});

class LocalAreaRecodedShape extends LocalAreaCodes {
  @FreeText() @IsText() reason!: string;
}
/** The local area has other codes, or another name, from a day on (J1). */
export const LocalAreaRecoded = defineEvent('LocalAreaRecoded', LocalAreaRecodedShape, {
  effective: ({ from }) => from,
  says: ({ name, laCode, onsCode, from }) => `${name} has DfE code ${laCode} and ONS code ${onsCode} from ${from}`,
});

class LocalAreaCodesCorrectedShape extends LocalAreaCodes {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** Codes of the local area had been recorded wrongly (J1). */
export const LocalAreaCodesCorrected = defineEvent('LocalAreaCodesCorrected', LocalAreaCodesCorrectedShape, {
  effective: ({ from }) => from,
  says: ({ name, laCode, onsCode, from }) => `Corrected: ${name} has DfE code ${laCode} and ONS code ${onsCode} from ${from}`,
});

class LocalAreaSucceededShape extends Sourced {
  /** Local areas that succeed it, by their ids. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @IsId({ each: true }) successors!: string[];
  /** First day of the successors. */
  @IsDay() succeededOn!: string;
  /** The successors as they were found, `stream@revision`. */
  @IsArray() @ArrayMaxSize(20) @IsText(200, { each: true }) judgedBy!: string[];
  @FreeText() @IsText() reason!: string;
}
/** Other local areas took its place by a reorganisation; what was recorded stays with it (reading 26). */
export const LocalAreaSucceeded = defineEvent('LocalAreaSucceeded', LocalAreaSucceededShape, {
  effective: ({ succeededOn }) => succeededOn,
  says: ({ successors, succeededOn }) => `Succeeded on ${succeededOn} by ${successors.join(', ')}`,
});

class PartnerJoinedShape extends LocalAreaPartner {}
/** An organisation joined the local area partnership (J1). */
export const PartnerJoined = defineEvent('PartnerJoined', PartnerJoinedShape, {
  effective: ({ from }) => from,
  says: ({ name, from }) => `${name} is in the local area partnership from ${from}`,
});

class PartnerLeftShape extends Sourced {
  @IsIn(PARTNER_KINDS) kind!: PartnerKind;
  /** Name of the organisation. */
  @IsText(160) name!: string;
  /** First day on which it is no longer in the partnership. */
  @IsDay() leftOn!: string;
}
/** An organisation left the local area partnership (J1). */
export const PartnerLeft = defineEvent('PartnerLeft', PartnerLeftShape, {
  effective: ({ leftOn }) => leftOn,
  says: ({ name, leftOn }) => `${name} is no longer in the local area partnership from ${leftOn}`,
});

class LocalAreaPartnerCorrectedShape extends LocalAreaPartner {
  /** First day on which it is no longer in the partnership; absent while it is. */
  @IsOptional() @IsDay() leftOn?: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An organisation's time in the partnership had been recorded wrongly (J1). */
export const LocalAreaPartnerCorrected = defineEvent('LocalAreaPartnerCorrected', LocalAreaPartnerCorrectedShape, {
  effective: ({ from }) => from,
  says: ({ name, from, leftOn }) => `Corrected: ${name} is in the local area partnership from ${from}${leftOn ? ` until ${leftOn}` : ''}`,
});

class FactWithdrawnShape {
  @IsIn(FACT_KINDS) kind!: FactKind;
  /** Revision of the record that should not stand. */
  @IsCount() corrects!: number;
  /** Day from which the withdrawn fact had been true. */
  @IsDay() effectiveOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** A fact that should never have been recorded was withdrawn; the record of it stays (J1, G16). */
export const FactWithdrawn = defineEvent('FactWithdrawn', FactWithdrawnShape, {
  effective: ({ effectiveOn }) => effectiveOn,
  says: ({ kind, corrects, effectiveOn }) => `Record ${corrects} (${kind.replaceAll('-', ' ')}, effective ${effectiveOn}) withdrawn`,
});
