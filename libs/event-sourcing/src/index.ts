export * from './shape';
export * from './event';
export * from './stream';
export * from './refusal';
export * from './decision';
export * from './fold';
export * from './projection';
export * from './process';
