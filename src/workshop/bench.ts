import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Home } from '../../test/rig/home.ts';
import { Terminal, type TerminalOptions } from '../../test/rig/terminal.ts';
import { costOfConnecting } from './bench-connecting.ts';
import { build } from './build.ts';
import { root } from './root.ts';

/** How often each start is measured, and how many keys. The median counts: the machine has other work. */
const starts = 9;
const keys = 40;
const sizes = [12, 10_000];
/** Sizes of libraries in which it is measured what connecting costs. */
const connected = [1000, 10_000];

/** Measures the program against floors that are measured in the same run, and prints a table. Times are in milliseconds. */
async function main(): Promise<void> {
  await build();
  using bench = new Bench();
  const node = await bench.start({ command: process.execPath, args: ['-e', 'console.log("ready")'] });
  const ink = await bench.start({ command: process.execPath, args: [bench.emptyScreen()] });
  print('', 'median', 'of node -e', 'of an empty Ink screen');
  print('node -e', node);
  print('an empty Ink screen, first frame', ink, ink / node);
  for (const articles of sizes) {
    const folder = bench.library(articles);
    const { first, key, moved, memory } = await bench.read(folder);
    print(`${articles} articles: first frame`, first, first / node, first / ink);
    print(`${articles} articles: j to its frame`, key, key / node, key / ink);
    print(`${articles} articles: bytes of that frame`, moved);
    print(`${articles} articles: memory in MB`, memory);
  }
  for (const articles of connected) {
    const { filing, median, slow, memory } = costOfConnecting(articles);
    print(`${articles} articles: file and connect one`, filing);
    print(`${articles} articles: related, median`, median);
    print(`${articles} articles: related, 95 of 100`, slow);
    print(`${articles} articles: memory in MB`, memory);
  }
  const typesetting = await typesettingOf(1_000_000);
  print('a megabyte of Markdown to lines', typesetting, typesetting / node);
}

class Bench {
  readonly #home = new Home();
  readonly #folder = mkdtempSync(join(tmpdir(), 'alsosee-bench-'));

  /** Returns the median time from start to the first visible sign. */
  async start(options: TerminalOptions): Promise<number> {
    const times: number[] = [];
    for (let run = 0; run < starts; run += 1) {
      const begun = performance.now();
      await using terminal = new Terminal({ ...options, home: this.#home });
      times.push((await terminal.firstSign()) - begun);
    }
    return median(times);
  }

  /** Opens a folder until the library knows it, then measures starts, keys and memory. */
  async read(folder: string): Promise<{ first: number; key: number; moved: number; memory: number }> {
    const options = { args: [folder], home: this.#home, columns: 100, rows: 30 };
    await this.#takeIn(options);
    const first = await this.start(options);
    await using terminal = new Terminal(options);
    await terminal.sees(/\S/);
    await terminal.settled();
    const times: number[] = [];
    const before = terminal.bytes.length;
    for (let key = 0; key < keys; key += 1) {
      const sent = performance.now();
      // Down and up again: the shortest list has twelve rows.
      terminal.send(Math.floor(key / 10) % 2 === 0 ? 'j' : 'k');
      times.push((await terminal.nextBytes()) - sent);
      await terminal.settled();
    }
    const memory =
      Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${terminal.program}/status`, 'latin1'))?.[1]) / 1024;
    return { first, key: median(times), moved: (terminal.bytes.length - before) / keys, memory };
  }

  async #takeIn(options: TerminalOptions): Promise<void> {
    await using terminal = new Terminal({ ...options, patience: 300_000 });
    await terminal.sees(/\S/);
    await terminal.settled();
  }

  /** Makes a folder of articles that link to each other. */
  library(articles: number): string {
    const folder = join(this.#folder, String(articles));
    mkdirSync(folder);
    for (let number = 0; number < articles; number += 1)
      writeFileSync(join(folder, `${number}.md`), article(number, articles));
    return folder;
  }

  /** Writes a program that draws one line with Ink, beside the packages. */
  emptyScreen(): string {
    const path = join(root, 'dist/workshop/empty-screen.js');
    mkdirSync(join(root, 'dist/workshop'), { recursive: true });
    writeFileSync(
      path,
      "import { render, Text } from 'ink'; import { createElement } from 'react'; render(createElement(Text, null, 'ready'));",
    );
    return path;
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
    this.#home[Symbol.dispose]();
  }
}

function article(number: number, of: number): string {
  const day = new Date(Date.UTC(2000, 0, 1) + number * 3_600_000).toISOString();
  const words =
    'The ministers met in the capital on a day in spring and agreed to meet again before the year was out. '.repeat(12);
  return `---\ntitle: Report ${number} of the desk\npublished: ${day}\ntags: [trade]\n---\n\n${words}\n\nAlso see: Report ${(number * 7 + 1) % of} of the desk\n\n${words}\n`;
}

/** Returns the time to turn so many characters of Markdown into lines of 66 columns. */
async function typesettingOf(characters: number): Promise<number> {
  const { parseMarkdown, typeset } = await import('../prose/index.ts');
  const { say } = await import('../text/index.ts');
  const paragraph = `${'Words of **weight** and [links](https://news.example/a) in a paragraph. '.repeat(8)}\n\n`;
  const text = paragraph.repeat(Math.ceil(characters / paragraph.length));
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const begun = performance.now();
    typeset(parseMarkdown(text, say`bench`).prose, { columns: 66 });
    times.push(performance.now() - begun);
  }
  return median(times);
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

function print(what: string, ...cells: readonly (string | number)[]): void {
  const shown = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell));
  console.log(what.padEnd(36) + shown.map((cell) => cell.padStart(12)).join(''));
}

await main();
