export { openEmbeddedEventStore } from './embedded/event-store';
export * from './port';
export * from './port-checks';
export { claimFolder, FolderClaim, FolderInUse } from './embedded/owner';
export { openSqlite, Sqlite, SqliteOptions, SqliteStatement, sqliteCode } from './embedded/sqlite';
export * from './envelope';
export { StoredMeta } from './stored-meta';
