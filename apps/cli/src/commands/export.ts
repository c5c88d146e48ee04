import { createHash, type Hash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { linesFromServer } from '../server-client';

interface Manifest {
  readonly files: readonly { readonly path: string; readonly lines: number; readonly sha256: string }[];
}

type Exported = { readonly file: string; readonly line: object } | { readonly manifest: Manifest };

/** Files of a bundle as the server names them, and no others. */
const FILE = /^(events|rows)\/[A-Za-z0-9_.~-]{1,160}\.jsonl$/;

export function addExport(program: Command): void {
  program
    .command('export')
    .description(
      'Write a case as a bundle: events with metadata and hashes, rows of read models, and a manifest with the SHA-256 of each file',
    )
    .argument('<case>', 'a stream, e.g. improvementCase-931~inspection, contract-CON_22889 or localArea-931')
    .option('--to <folder>', 'by default a folder of that name here')
    .addOption(
      new Option('--role <role>', 'as whom, with a token of the local issuer: what that reader may not see is not in it')
        .choices(['auditor', 'case-lead', 'contract-manager', 'grant-manager', 'team-leader', 'deputy-director'])
        .default('auditor'),
    )
    .option('--who <id>', 'opaque id of the person; by default the role')
    .action(async (subject: string, { to = subject, role, who }: { to?: string; role: string; who?: string }) => {
      const folder = resolve(to);
      if (existsSync(folder)) throw new Error(`${folder} is there already; name another folder with --to.`);
      const claims = { role, ...(who !== undefined && { who }) };
      const { files } = await written(folder, linesFromServer<Exported>('GET', `/v1/exports/${encodeURIComponent(subject)}`, { claims }));
      process.stdout.write(
        `${folder}: ${files.length} files, ${files.reduce((sum, { lines }) => sum + lines, 0)} lines, and manifest.json\n`,
      );
    });
}

/** @throws Error where what came is not what the manifest says */
async function written(folder: string, exported: AsyncIterable<Exported>): Promise<Manifest> {
  const hashes = new Map<string, Hash>();
  for await (const part of exported) {
    if ('manifest' in part) {
      const wrong = part.manifest.files.find(({ path, sha256 }) => hashes.get(path)?.copy().digest('hex') !== sha256);
      if (wrong || part.manifest.files.length !== hashes.size)
        throw new Error(`${wrong?.path ?? folder} is not what the server sent: export it again.`);
      writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(part.manifest, null, 2)}\n`);
      return part.manifest;
    }
    if (!FILE.test(part.file)) throw new Error(`The server names a file that is none of a bundle: ${part.file}`);
    const path = join(folder, part.file);
    const line = `${JSON.stringify(part.line)}\n`;
    const hash = hashes.get(part.file) ?? createHash('sha256');
    if (!hashes.has(part.file)) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    hashes.set(part.file, hash.update(line));
    appendFileSync(path, line, { mode: 0o600 });
  }
  throw new Error('The server stopped in the middle of the bundle. Export it again.');
}
