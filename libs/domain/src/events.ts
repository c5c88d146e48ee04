/** Every event of the system: what the read side and the automation may see of the write side. */
export * from './improvement-case/improvement-case.events';
