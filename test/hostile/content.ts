import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../rig/alsosee.ts';
import type { Terminal } from '../rig/terminal.ts';
import type { Trial } from './trial.ts';

/** Most half pages that are turned in one article: all of it when every word must be seen, else enough to see how it bears up. */
export const pages = { whole: 500, some: 20 };

/** A file of Markdown: shown, listed, inspected, checked and read, with its text whole. */
export async function tryMarkdown(trial: Trial): Promise<void> {
  const { hostile, home, corpus } = trial;
  const folder = join(home.folder, 'content');
  home.write('content/ok.md', '# Ordinary\n\nUNHARMED\n');
  const file = await corpus.materialise(hostile, folder);
  const markers = hostile.must.includes('text-survives') ? ['TAIL-para', 'TAIL-body'] : [];
  const body = hostile.kind === 'frontmatter' ? ['body'] : [];
  await trial.runs([file], [...markers, ...body]);
  await trial.runs(['inspect', file, '--json']);
  await trial.runs(['check', folder]);
  trial.must(titles(await trial.runs([folder, '--json'])).includes('Ordinary'), 'the other article is not listed');
  await trial.reads([file], async (terminal) => {
    const read = await readThrough(terminal, markers.length > 0 ? pages.whole : pages.some);
    for (const marker of markers) trial.must(read.includes(marker), `the reader: ${marker} is not on the screen`);
  });
  trial.must(!trial.hasFile('PWNED-BY-FRONTMATTER'), 'code in the front matter ran');
}

/** Turns page after page until the first line says that this is the end, and returns all that was seen. */
export async function readThrough(terminal: Terminal, most: number): Promise<string> {
  let seen = terminal.frame();
  for (let page = 0; page < most && !terminal.lines()[0]?.endsWith(' end'); page += 1) {
    await terminal.press('ctrl+d');
    seen += terminal.frame();
  }
  await terminal.press('G');
  return seen + terminal.frame();
}

/** A folder: every ordinary file is listed once, and nothing outside of it is read. */
export async function tryFolder(trial: Trial): Promise<void> {
  const folder = join(trial.home.folder, 'content');
  await trial.corpus.materialise(trial.hostile, folder);
  const checked = await trial.runs(['check', folder, '--json']);
  trial.must(!/root:x?:0:0/.test(checked.stdout), 'a file outside of the folder was read');
  const listed = titles(await trial.runs([folder, '--json']));
  const { ordinary, odd } = walk(Buffer.from(folder));
  trial.must(listed.length === ordinary, `${ordinary} ordinary files, but ${listed.length} listed`);
  if (odd > 0) trial.must(/"problems":\s*\[\s*\{/.test(checked.stdout), 'what was skipped is not named');
  await trial.reads([folder], async (terminal) => {
    await terminal.press('j', 'G', 'enter', 'ctrl+d', 'q');
  });
  trial.must(!trial.hasFile('PWN'), 'a file name ran as a command');
}

function titles({ stdout }: Outcome): string[] {
  try {
    const { data } = JSON.parse(stdout) as { data: readonly { title: string }[] };
    return data.map(({ title }) => title);
  } catch {
    return [];
  }
}

const isMarkdown = (name: string): boolean => /\.(md|markdown)$/i.test(name) && !name.startsWith('.');

interface Found {
  /** Files of Markdown that a reader would expect to be read. */
  ordinary: number;
  /** What has a place in the folder but is neither a file nor a folder. */
  odd: number;
}

/** Walks a folder without following anything out of it. Names are bytes: not all of them are text. */
function walk(folder: Buffer, found: Found = { ordinary: 0, odd: 0 }): Found {
  for (const entry of readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })) {
    const name = entry.name.toString('latin1');
    if (entry.isDirectory()) {
      if (!/^(\.|node_modules$)/.test(name)) walk(Buffer.concat([folder, Buffer.from('/'), entry.name]), found);
    } else if (!entry.isFile()) found.odd += 1;
    else if (isMarkdown(name)) found.ordinary += 1;
  }
  return found;
}

/** An article's title, wherever the program itself puts it. */
export async function tryTitle(trial: Trial): Promise<void> {
  const file = trial.home.write(
    'content/titled.md',
    `---\ntitle: ${JSON.stringify(trial.hostile.input.text)}\n---\n\nTAIL-body\n`,
  );
  await trial.runs([file], ['TAIL-body']);
  await trial.reads([join(trial.home.folder, 'content')], async (terminal) => {
    await terminal.press('enter', 'g', 'h', 'q', 'q');
    trial.must(terminal.screen.title.length <= 120, 'the title of the window is too long');
  });
}

/** Text from outside in every error that can be provoked: as a reference, a path, an option, a list, and in a file's front matter. */
export async function tryError(trial: Trial): Promise<void> {
  const text = (trial.hostile.input.text ?? '').replaceAll('\0', '');
  const content = join(trial.home.folder, 'content');
  trial.home.write(
    'content/wrong.md',
    `---\ntitle: Wrong\npublished: ${JSON.stringify(text)}\nimage: ${JSON.stringify(text)}\n---\n\nTAIL-body\n`,
  );
  for (const args of [
    ['show', text],
    [text],
    ['list', text],
    [`--${text}`],
    ['mark', text, '--read'],
    ['check', content],
  ])
    await trial.runs(args);
  await trial.reads([content], (terminal) =>
    terminal.press('enter', '/', ...Array.from(text).slice(0, 20).filter(isPrintable), 'enter'),
  );
}

const isPrintable = (character: string): boolean => !/[\p{C}\p{Z}\p{M}]/u.test(character);
