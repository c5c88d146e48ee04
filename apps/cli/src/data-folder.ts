import { resolve } from 'node:path';

/** The folder of the embedded installation on this machine. */
export const dataFolder = (): string => resolve(process.env.CASEWORK_DATA ?? 'data');
