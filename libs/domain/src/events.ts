/** Every event of the system: what the read side and the automation may see of the write side. */
export * from './improvement-case/improvement-case.events';
export * from './escalation/escalation.events';
export * from './requirement/requirement.events';
export * from './contract/contract.events';
export * from './risk/risk.events';
export * from './installation/installation.events';
export * from './subject/subject.events';
export * from './programme/programme.events';
export * from './application/application.events';
export * from './partner/partner.events';
export * from './support-package/support-package.events';
export * from './local-area/local-area.events';
export * from './timeliness/timeliness.events';
export * from './national-dsg/national-dsg.events';
