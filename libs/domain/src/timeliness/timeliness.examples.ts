import { examplesFor, type Examples } from '../examples';

const sen2 = {
  publisher: 'Department for Education',
  title: 'Education, health and care plans (SEN2), Explore Education Statistics',
};

/** Published figures; where a figure is revised or corrected, an illustration. */
export const timelinessExamples: Examples = {
  RecordTimeliness: [
    {
      id: '931~2019',
      body: { area: '931', year: 2019, basis: 'no-exceptions', published: '50.4', source: sen2, publishedOn: '2020-05-07' },
    },
    {
      id: '931~2022',
      body: {
        area: '931',
        year: 2022,
        basis: 'no-exceptions',
        issued: 667,
        withinTwentyWeeks: 27,
        source: sen2,
        publishedOn: '2023-06-08',
      },
    },
    {
      id: 'england~2019',
      body: { area: 'england', year: 2019, basis: 'no-exceptions', published: '60.4', source: sen2, publishedOn: '2020-05-07' },
    },
  ],
  ...examplesFor('931~2022', {
    ReviseTimeliness: {
      revises: 0,
      issued: 667,
      withinTwentyWeeks: 27,
      source: { ...sen2, title: 'Education, health and care plans, a later edition' },
      publishedOn: '2024-06-13',
    },
    CorrectTimeliness: {
      corrects: 0,
      issued: 667,
      withinTwentyWeeks: 27,
      source: { ...sen2, url: 'https://explore-education-statistics.service.gov.uk/find-statistics/education-health-and-care-plans' },
      publishedOn: '2023-06-08',
      reason: 'An illustration: the address of the publication was missing',
    },
    WithdrawTimeliness: { corrects: 0, reason: 'An illustration: recorded of another year' },
    PreferTimelinessSource: { prefers: 0, reason: 'An illustration: collected on one definition for every area' },
  }),
};
