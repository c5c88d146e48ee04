import { IsInt, Matches, Max, Min } from 'class-validator';

/** Call-off days per month: an exact decimal from 0 to 99.99, as text (C2). */
export const IsCallOffDays = (): PropertyDecorator =>
  Matches(/^(0|[1-9]\d?)(\.\d{1,2})?$/, { message: '$property must be days as text, like "3" or "2.5"' });

/** Whole months of an extension: part months are refused by their type, too many by the rule (C6). */
export const IsWholeMonths = (): PropertyDecorator => (prototype, name) => {
  IsInt({ message: '$property must be whole months: a contract is not extended by part months (C6)' })(prototype, name);
  Min(1)(prototype, name);
  Max(1_200)(prototype, name);
};
