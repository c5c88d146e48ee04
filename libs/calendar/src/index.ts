export { CALENDAR_LAST_DAY, CALENDAR_VERSION } from './england-bank-holidays';
export * from './london';
export * from './months';
export * from './working-days';
