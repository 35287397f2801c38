import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Does harm to a library's file, as chance has it. */
export type Damage = (file: string, random: () => number) => void;

const page = 4096;

/** What befalls libraries. Those that are refused instead of restored begin with "newer". */
export const damages: Readonly<Record<string, Damage>> = {
  'cut short': (file, random) => truncateSync(file, Math.floor(statSync(file).size * random())),
  'one byte short': (file) => truncateSync(file, statSync(file).size - 1),
  'flipped bits': (file, random) => flip(file, random, 1 + Math.floor(random() * 60), 0),
  'flipped bits in the first page': (file, random) => flip(file, random, 1 + Math.floor(random() * 20), page),
  'zeroed pages': (file, random) => zero(file, random, 1 + Math.floor(random() * 8)),
  'a zeroed beginning': (file) => write(file, (bytes) => bytes.fill(0, 0, 100)),
  'another application’s id': (file) => pragma(file, 'application_id = 12345'),
  'newer tables': (file) => pragma(file, 'user_version = 999'),
  empty: (file) => truncateSync(file, 0),
  missing: (file) => rmSync(file),
  'a text': (file) => writeFileSync(file, 'Dear reader,\n'.repeat(2000)),
  'a folder': (file) => {
    rmSync(file);
    mkdirSync(file);
  },
  'a device': (file) => {
    rmSync(file);
    symlinkSync('/dev/zero', file);
  },
  'a table that is gone': (file) => run(file, 'DROP TABLE statuses'),
  'a hostile trigger': (file) =>
    run(file, 'CREATE TRIGGER mine AFTER INSERT ON statuses BEGIN DELETE FROM statuses; END'),
  'without its log': (file) => rmSync(`${file}-wal`, { force: true }),
  'a log cut short': (file, random) => truncateSync(`${file}-wal`, Math.floor(statSync(`${file}-wal`).size * random())),
  'flipped bits in the log': (file, random) => flip(`${file}-wal`, random, 1 + Math.floor(random() * 20), 0),
};

function write(file: string, change: (bytes: Buffer) => unknown): void {
  const bytes = readFileSync(file);
  change(bytes);
  writeFileSync(file, bytes);
}

function flip(file: string, random: () => number, times: number, within: number): void {
  write(file, (bytes) => {
    for (let time = 0; time < times; time += 1) {
      const at = Math.floor(random() * Math.min(bytes.length, within || bytes.length));
      bytes[at] = bytes[at]! ^ (1 << Math.floor(random() * 8));
    }
  });
}

function zero(file: string, random: () => number, pages: number): void {
  write(file, (bytes) => {
    for (let number = 0; number < pages; number += 1) {
      const at = Math.floor((random() * bytes.length) / page) * page;
      bytes.fill(0, at, at + page);
    }
  });
}

function pragma(file: string, setting: string): void {
  run(file, `PRAGMA ${setting}`);
}

function run(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}
