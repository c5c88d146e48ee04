export * from './port';
export * from './port-checks';
