/** An area of the contract that passes to those which succeed it, from a day on (reading 26). */
export interface AreaPassing {
  readonly predecessor: string;
  readonly successors: readonly string[];
  /** First day of the successors in the contract. */
  readonly from: string;
}

/** The areas of an order and how they pass on. */
export interface WithAreas<P extends AreaPassing = AreaPassing> {
  /** As the order names them. */
  readonly areas: readonly string[];
  readonly passings: readonly P[];
}

/** When an area is in a contract; without a day where it is in it from the order or to the end. */
export interface AreaStay<P extends AreaPassing = AreaPassing> {
  /** How it came in, as a successor. */
  readonly entered?: P;
  /** How it left, as a predecessor; the day before is its last. */
  readonly left?: P;
}

/** The areas of the order and all their successors. */
export const everyArea = ({ areas, passings }: WithAreas): string[] => [
  ...new Set([...areas, ...passings.flatMap(({ successors }) => successors)]),
];

/** When an area is in the contract; none where it never is. */
export function stayOf<P extends AreaPassing>({ areas, passings }: WithAreas<P>, area: string): AreaStay<P> | undefined {
  const [entered] = areas.includes(area)
    ? []
    : passings.filter(({ successors }) => successors.includes(area)).sort((a, b) => (a.from < b.from ? -1 : 1));
  if (entered === undefined && !areas.includes(area)) return undefined;
  const left = passings.find(({ predecessor }) => predecessor === area);
  return { ...(entered && { entered }), ...(left && { left }) };
}

/** Whether an area is in the contract on a day. */
export function isIn(contract: WithAreas, area: string, day: string): boolean {
  const stay = stayOf(contract, area);
  return stay !== undefined && !(stay.entered && day < stay.entered.from) && !(stay.left && day >= stay.left.from);
}

/** Who stands for an area in the contract on a day: itself, or whom it has passed to by then. */
export const standingFor = (contract: WithAreas, area: string, day: string): string[] => {
  const left = stayOf(contract, area)?.left;
  return left && day >= left.from ? [...new Set(left.successors.flatMap((one) => standingFor(contract, one, day)))] : [area];
};

/** The areas of the contract on a day: from the day of a passing the successors, and no longer whom they succeed. */
export const areasOn = (contract: WithAreas, day: string): string[] => everyArea(contract).filter((area) => isIn(contract, area, day));
