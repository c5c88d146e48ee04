import { askedOfAlarm } from './asked-alarm';
import { askedOfArea } from './asked-area';
import { askedOfCase } from './asked-case';
import { askedOfContract } from './asked-contract';
import { askedOfFigures } from './asked-figures';
import { askedOfGrant } from './asked-grant';
import { askedOfInvoices } from './asked-invoices';
import { askedOfPeople } from './asked-people';
import { askedOfSuccession } from './asked-succession';
import { askedOfTimeliness } from './asked-timeliness';
import type { Asked } from './asking';

/** Everything that people record in a history, by the command's name. */
export const asked: Asked = {
  ...askedOfContract,
  ...askedOfInvoices,
  ...askedOfArea,
  ...askedOfFigures,
  ...askedOfCase,
  ...askedOfTimeliness,
  ...askedOfGrant,
  ...askedOfSuccession,
  ...askedOfPeople,
  ...askedOfAlarm,
};
