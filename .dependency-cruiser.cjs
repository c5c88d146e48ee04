/** Who may import whom. `test/imports` seeds a violation of each rule and checks that it is caught. */
const pureLibraries = 'node_modules/(class-validator|class-transformer|reflect-metadata|decimal\\.js)/';
const specs = '\\.(spec|testing|conformance)\\.ts$|/(testing|conformance)/|\\.stories\\.ts$';

/** From these files, nothing but what is listed. */
const only = (name, comment, from, allowed, except) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: [specs, ...(except ? [except] : [])] },
  to: { pathNot: allowed },
});

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('kernel-is-pure', 'The kernel imports class-validator and class-transformer only.', '^libs/event-sourcing/', [
      '^libs/event-sourcing/',
      pureLibraries,
      '^(node:)?assert',
    ]),
    only('domain-is-pure', 'The write side: kernel, calendar, and nothing that does I/O.', '^libs/domain/', [
      '^libs/domain/',
      '^libs/event-sourcing/',
      '^libs/calendar/',
      pureLibraries,
    ]),
    only('reporting-is-pure', 'The read side sees events, never a decision or a state.', '^libs/reporting/', [
      '^libs/reporting/',
      '^libs/event-sourcing/',
      '^libs/calendar/',
      '^libs/domain/src/(events|roles)\\.ts$',
      pureLibraries,
    ]),
    only('automation-is-pure', 'Processes see events and command classes, never a decision or a state.', '^libs/automation/', [
      '^libs/automation/',
      '^libs/event-sourcing/',
      '^libs/calendar/',
      '^libs/domain/src/(events|roles)\\.ts$',
      '^libs/domain/src/.*\\.command\\.ts$',
      // Which areas a contract has on a day: arithmetic of days over what events say.
      '^libs/domain/src/contract/contract\\.areas\\.ts$',
      pureLibraries,
    ]),
    only(
      'published-data-is-pure',
      'What published files say, as commands: no file is opened and nothing is recorded there.',
      '^libs/published-data/',
      ['^libs/published-data/', '^libs/event-sourcing/', '^libs/calendar/', '^libs/domain/', pureLibraries],
    ),
    only('calendar-is-pure', 'The calendar knows dates only.', '^libs/calendar/', ['^libs/calendar/', 'node_modules/@js-temporal/']),
    never(
      'read-models-apart',
      'No read model imports another.',
      { path: '^libs/reporting/src/([^/]+)/' },
      { path: '^libs/reporting/src/([^/]+)/', pathNot: '^libs/reporting/src/$1/' },
    ),
    never(
      'one-eventstore-client',
      'Exactly one file knows the client of EventStoreDB.',
      { path: '^(apps|libs)/', pathNot: ['^libs/event-store/src/eventstoredb/client\\.ts$', specs] },
      { path: 'node_modules/@eventstore/' },
    ),
    never(
      'one-sqlite-driver',
      'Exactly one file knows the SQLite driver.',
      { path: '^(apps|libs)/', pathNot: '^libs/event-store/src/embedded/sqlite\\.ts$' },
      { path: 'node_modules/libsql/' },
    ),
    never(
      'one-postgres-driver',
      'Exactly one file knows the PostgreSQL driver.',
      { path: '^(apps|libs)/', pathNot: '^libs/read-store/src/database/postgres\\.ts$' },
      { path: 'node_modules/pg/' },
    ),
    never('libs-below-apps', 'Libraries never import apps.', { path: '^libs/' }, { path: '^apps/' }),
    never(
      'api-apart',
      'The API does not import the worker or the dashboard.',
      { path: '^apps/casework/src/api/' },
      { path: '^apps/casework/src/(worker|dashboard)/' },
    ),
    never(
      'worker-apart',
      'The worker does not import the API or the dashboard.',
      { path: '^apps/casework/src/worker/' },
      { path: '^apps/casework/src/(api|dashboard)/' },
    ),
    never('no-circles', 'Nothing imports itself through others.', { path: '^(apps|libs)/' }, { circular: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
  },
};
