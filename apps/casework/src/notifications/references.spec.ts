import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReadStore, type ReadStore } from '@app/read-store';
import { MemoryLog } from '@app/read-store/conformance/fixture';
import { projections } from '@app/reporting';
import { catalogue } from '../runtime';
import { ReferenceBook } from './references';

const CONTRACT = ['CON_22889', 'Project_8404', 'ITT_2442'];
const GRANT = { references: ['project_5369'], legalBasis: 'section 14 Education Act 2002' };

describe('what stands on correspondence', () => {
  let folder: string;
  let readStore: ReadStore;
  let book: ReferenceBook;

  /** As it is in `test/stored-events`, otherwise where that is said. */
  const stored = (type: string, change: object = {}) => ({
    type,
    data: { ...(JSON.parse(readFileSync(join(__dirname, `../../../../test/stored-events/${type}.v1.json`), 'utf8')) as object), ...change },
  });
  const of = (what: string, areas: readonly string[] = ['931'], day = '2024-04-12') => book.of({ what, areas, day });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casework-references-'));
    readStore = await openReadStore({ sqlite: join(folder, 'reading.db'), catalogue });
    await readStore.prepare(projections);
    const log = new MemoryLog();
    log.append('contract-CON_22889', stored('OrderPlaced'));
    log.append('contract-CON_22889', stored('OrderAccepted', { party: 'buyer', binding: false }));
    log.append('contract-CON_22889', stored('OrderAccepted'));
    log.append('contract-CON_1', stored('OrderPlaced', { number: 'CON_1', references: [] }));
    log.append('risk-contract', stored('RiskRaised', { grant: undefined }));
    log.append('risk-grant', stored('RiskRaised', { contract: undefined }));
    log.append('risk-both', stored('RiskRaised'));
    log.append('risk-area', stored('RiskRaised', { contract: undefined, grant: undefined }));
    log.append('supportPackage-p1', stored('PackageProposed'));
    log.append('application-a1', stored('ApplicationStarted'));
    const names = projections.map(({ name }) => name);
    await readStore.fold(names, log.events, { from: undefined, to: log.end });
    book = new ReferenceBook(readStore);
  });
  afterAll(async () => {
    await readStore.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the references of the contract that it is about (C20, C1)', async () => {
    expect(await of('contract-CON_22889')).toEqual({ references: CONTRACT });
    expect(await of('risk-contract')).toEqual({ references: CONTRACT });
  });

  it('are those of every contract that binds for the area of a case or of a risk to none (C20)', async () => {
    expect(await of('improvementCase-931~inspection')).toEqual({ references: CONTRACT });
    expect(await of('localArea-931')).toEqual({ references: CONTRACT });
    expect(await of('risk-area')).toEqual({ references: CONTRACT });
    expect(await of('improvementCase-850~inspection', ['850'])).toEqual({ references: [] });
  });

  it('are none before the contract begins and after it has ended', async () => {
    const on = (day: string) => of('improvementCase-931~inspection', ['931'], day);
    expect(await on('2023-10-11')).toEqual({ references: [] });
    expect(await on('2023-10-12')).toEqual({ references: CONTRACT });
    expect(await on('2025-03-31')).toEqual({ references: CONTRACT });
    expect(await on('2025-04-01')).toEqual({ references: [] });
  });

  it('are the reference and the legal basis of the grant (G4, G20)', async () => {
    for (const what of ['partner-851~project_5369', 'programme-project_5369', 'application-a1', 'supportPackage-p1', 'risk-grant'])
      expect([what, await of(what, ['851'])]).toEqual([what, GRANT]);
  });

  it('are both where it is about both', async () =>
    expect(await of('risk-both')).toEqual({ ...GRANT, references: [...CONTRACT, 'project_5369'] }));

  it('are as much as is known', async () => {
    expect(await of('contract-CON_9')).toEqual({ references: ['CON_9'] });
    expect(await of('supportPackage-unknown')).toEqual({ references: [] });
  });
});
