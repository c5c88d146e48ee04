/** `node -r ./test/from-sources.cjs file.ts` runs TypeScript from the sources, compiled and resolved as in the specs. */
const Module = require('node:module');
const { transformFileSync } = require('@swc/core');
const { rootDir, moduleNameMapper, transform } = require('../jest.config.js');

const [[, options]] = Object.values(transform);
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const mapped = Object.entries(moduleNameMapper).find(([pattern]) => new RegExp(pattern).test(request));
  return resolve.call(
    this,
    mapped === undefined ? request : request.replace(new RegExp(mapped[0]), mapped[1]).replace('<rootDir>', rootDir),
    ...rest,
  );
};
