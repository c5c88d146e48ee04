import tseslint from 'typescript-eslint';

const PURE = [
  'libs/event-sourcing/src/**',
  'libs/domain/src/**',
  'libs/reporting/src/**',
  'libs/automation/src/**',
  'libs/calendar/src/**',
  'libs/published-data/src/**',
];

const clock = { message: 'No clock in the rules: the time is a fact that they are given.' };
const chance = { message: 'No chance in the rules.' };

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'node_modules/**', 'data/**', 'test/imports/seeded/**', '.stryker-tmp/**', 'reports/**'] },
  { files: ['**/*.ts'], extends: [tseslint.configs.recommended] },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['log', 'error'] }],
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', ...clock },
        { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', ...clock },
        { selector: 'CallExpression[callee.object.name="performance"]', ...clock },
        { selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]', ...chance },
        { selector: 'CallExpression[callee.name=/^random(UUID|Bytes|Int)$/]', ...chance },
        { selector: 'CallExpression[callee.name=/^set(Timeout|Interval|Immediate)$/]', ...clock },
      ],
    },
  },
);
