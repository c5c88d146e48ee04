import { Nested } from '@app/event-sourcing';
import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { bodyOf } from './command-body';
import { Problem } from './problem';

class Step {
  @IsInt() days!: number;
}
class Plan {
  @IsIn(['open', 'closed']) state!: string;
  @IsOptional() @IsString() note?: string;
  @Nested(() => Step, { each: true }) steps!: Step[];
}

const refusalOf = (body: unknown): Problem => {
  try {
    bodyOf(Plan, body);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('taken');
};

describe('a body as a command', () => {
  it('is an instance of its class, its parts of theirs', () => {
    const plan = bodyOf(Plan, { state: 'open', steps: [{ days: 3 }] });
    expect(plan).toBeInstanceOf(Plan);
    expect(plan.steps[0]).toBeInstanceOf(Step);
    expect(Object.keys(plan)).toEqual(['state', 'steps']);
  });

  it('names every field at fault, and says of the first what is asked', () => {
    const { status, code, message, detail } = refusalOf({ state: 'new', note: 7, steps: [{ days: 3 }, { days: 'x', more: 1 }] });
    expect({ status, code, message, field: detail.field }).toEqual({
      status: 400,
      code: 'body-invalid',
      message: 'In the body, state must be one of the following values: open, closed.',
      field: 'state',
    });
    expect(detail.errors!.map(({ field }) => field)).toEqual(['state', 'note', 'steps.1.more', 'steps.1.days']);
  });

  it('says once of a field that it is missing, whatever else is asked of it', () => {
    const { message, detail } = refusalOf({ state: 'open', steps: [{}] });
    expect(message).toBe('In the body, days is missing.');
    expect(detail.errors).toEqual([{ field: 'steps.0.days', says: 'days is missing' }]);
  });

  it('tells fifty faults at most', () => {
    const body = Object.fromEntries(Array.from({ length: 500 }, (_none, index) => [`k${index}`, 1]));
    expect(refusalOf(body).detail.errors).toHaveLength(50);
    expect(refusalOf({ state: 'open', steps: Array.from({ length: 500 }, () => ({})) }).detail.errors).toHaveLength(50);
  });

  it.each([[undefined], [null], [[]], ['text'], [7], [true]])('is not %j', (body) => {
    expect(refusalOf(body)).toMatchObject({ status: 400, code: 'body-not-an-object' });
  });
});
