import { withExamples } from '../examples';
import { deliveryFeatures } from './contract-delivery.features';
import { endFeatures } from './contract-end.features';
import { monthFeatures } from './contract-month.features';
import { orderFeatures } from './contract-order.features';
import { oversightFeatures } from './contract-oversight.features';
import { contractExamples } from './contract.examples';

const commands = [...orderFeatures, ...endFeatures, ...monthFeatures, ...deliveryFeatures, ...oversightFeatures];

export const contractFeatures = withExamples(commands, contractExamples);
