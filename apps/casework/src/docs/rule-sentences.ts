import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What each rule asks for, in a sentence, by its id. */
export const ruleSentences = parse(readFileSync(join(__dirname, 'rules.yaml'), 'utf8')) as Readonly<Record<string, string>>;
