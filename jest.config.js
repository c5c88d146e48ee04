const app = (name, target) => [`^@app/${name}$`, `<rootDir>/libs/${target}`];

/** Specs beside the code (unit) and in test/ (faults and e2e); SWC compiles both TypeScript and the ESM-only packages. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.stryker-tmp/'],
  setupFiles: ['reflect-metadata'],
  // A whole server starts in some hooks; on a busy machine that takes its time.
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/postgres/global-setup.ts',
  globalTeardown: '<rootDir>/test/postgres/global-teardown.ts',
  moduleNameMapper: Object.fromEntries([
    app('event-sourcing', 'event-sourcing/src/index.ts'),
    app('event-sourcing/testing', 'event-sourcing/src/testing.ts'),
    app('domain', 'domain/src/features.ts'),
    app('reporting', 'reporting/src/read-models.ts'),
    app('automation', 'automation/src/processes.ts'),
    ...['event-store', 'read-store', 'nest', 'access', 'calendar', 'published-data'].map((name) => app(name, `${name}/src/index.ts`)),
    [`^@app/([^/]+)/(.+)$`, '<rootDir>/libs/$1/src/$2'],
  ]),
  transform: {
    '^.+\\.(ts|m?js)$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs/|jose/|file-type/|content-disposition/))'],
};
