import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { alsosee, type Outcome } from './alsosee.ts';

/** A reader's own place on the disk for the time of one test: library, settings, and folders of articles. */
export class Home {
  readonly folder = mkdtempSync(join(tmpdir(), 'alsosee-'));

  /** Writes a file below the folder and returns its path. */
  write(path: string, content: string | Uint8Array): string {
    const whole = join(this.folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
  }

  /** Runs a verb of the command line on this home's library. */
  alsosee(...args: string[]): Promise<Outcome> {
    return alsosee(args, { home: this });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
