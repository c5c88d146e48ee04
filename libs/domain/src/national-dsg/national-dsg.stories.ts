import { NationalDsgRecorded } from './national-dsg.events';

export const caseLead = { who: 'u-1', role: 'case-lead' };
export const dfe = { publisher: 'Department for Education', title: 'DSG cumulative balance' };

/** What is said of 2021-22 in England. */
export const said = { balance: '-2.26', publishedOn: '2022-09-29', source: dfe };
export const recorded = NationalDsgRecorded({ area: 'england', year: '2021-22', yearEndsOn: '2022-03-31', ...said });
