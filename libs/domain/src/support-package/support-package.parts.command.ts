import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsId, IsText } from '../fields';
import { SERVICES, type Service } from '../programme/grant-terms';
import { IsSupportOption } from '../programme/programme.parts.command';

/** What a recipient authority is to get (G10, G11). */
export class PackageTerms {
  /** Local area that receives the support; not the partner itself. */
  @IsId() recipient!: string;
  /** Support options, of the programme's (G6). */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @IsSupportOption(true) options!: string[];
  /** What it is for; solely `send` is taken (G6). */
  @IsIn(SERVICES) service!: Service;
  /** Person-days at executive level. */
  @IsCount(0, 10_000) executiveDays!: number;
  /** Person-days at management level. */
  @IsCount(0, 10_000) managementDays!: number;
  /** Why it is smaller than 40 days, where it is (G10, reading 9). */
  @IsOptional() @IsText() smallBecause?: string;
}
