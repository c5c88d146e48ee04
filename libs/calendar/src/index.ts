export * from './london';
export * from './months';
export * from './working-days';
