import { examplesFor, type Examples } from '../examples';

const dsg = {
  publisher: 'Department for Education',
  title: 'Section 251 and DSG outturn: cumulative DSG balance as per cent of DSG income',
};

/** Published figures; what is corrected or withdrawn is an illustration. */
export const nationalDsgExamples: Examples = {
  RecordNationalDsg: [{ id: '2022_23', body: { year: '2022-23', balance: 'x', publishedOn: '2023-12-14', source: dsg } }],
  ...examplesFor('2021_22', {
    CorrectNationalDsg: {
      corrects: 0,
      balance: '-2.26',
      publishedOn: '2022-12-15',
      source: { ...dsg, title: `${dsg.title}, a later edition` },
      reason: 'An illustration: recorded from a later edition',
    },
    WithdrawNationalDsg: { corrects: 0, reason: 'An illustration: recorded of another year' },
  }),
};
