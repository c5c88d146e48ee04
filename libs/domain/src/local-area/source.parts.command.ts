import { IsOptional, IsUrl, MaxLength } from 'class-validator';
import { IsText } from '../fields';

/** Where a fact or a figure was taken from (J1); open. */
export class Source {
  /** Who published it, e.g. `Ofsted`. */
  @IsText(200) publisher!: string;
  /** Title of the publication. */
  @IsText(300) title!: string;
  /** Where it stands; left out where it is not on the web. */
  @IsOptional() @MaxLength(500) @IsUrl({ protocols: ['https', 'http'], require_protocol: true }) url?: string;
}

/** Whether two sources are the same publication of the same publisher. */
export const isSameSource = (one: Source, other: Source): boolean => one.publisher === other.publisher && one.title === other.title;
