import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeOf } from '../app/index.ts';
import type { Machine } from './machine.ts';

/**
 * Writes down a fault of our own, and returns the words for the reader. The report holds the fault and the versions, and
 * nothing of what was read.
 */
export async function reportFault(error: unknown, version: string, machine: Machine): Promise<string> {
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const text = `Also See ${version}, Node ${process.versions.node}, ${machine.platform}\n${new Date().toISOString()}\n\n${fault}\n`;
  try {
    const folder = homeOf(machine.env, machine.platform, machine.userHome).reports;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, `fault-${new Date().toISOString().replace(/[:.]/g, '-')}.txt`);
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
    return `Also See stopped over a fault of its own. Nothing that you marked is lost. The report is in ${path}\n`;
  } catch {
    return `Also See stopped over a fault of its own. Nothing that you marked is lost. No report could be written:\n${text}`;
  }
}
