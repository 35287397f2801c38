import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Library } from '../library/index.ts';
import { examineSources } from './examine-sources.ts';
import { works, type Finding } from './finding.ts';
import { repairLibrary } from './repair-library.ts';
import { deed, type Complaint, type Context, type Paint } from './verb.ts';

/** `alsosee doctor`: `data` is an array of {name, state: works|note|broken, found, mend}; exit code 1 when one is broken. */
export const doctor = deed({
  options: {
    repair: {
      type: 'boolean',
      help: 'look at every page of the library, restore what is damaged, make its indexes and counts anew, and pack it',
    },
  },
  more: [
    '--repair asks nothing and loses nothing: a damaged library is set aside under another name, the last good copy takes its place, and every mark that can be read is carried over. It may be interrupted.',
  ],
  async run(context, { repair }) {
    const repaired = repair ? await repairLibrary(context) : [];
    const findings = [
      ...programs(),
      ...terminal(context),
      ...settings(context),
      ...(await libraries(context)),
      ...repaired,
    ];
    const broken = findings.filter((finding) => finding.state === 'broken');
    const problems = broken.map(({ name, found, mend }): Complaint => ({
      kind: 'library',
      where: name,
      detail: mend ? say`${found}. ${mend}` : found,
    }));
    return {
      data: findings,
      problems,
      failed: broken.length > 0,
      text: (_, paint) => findings.flatMap((finding) => lines(finding, context, paint)),
    };
  },
});

function programs(): readonly Finding[] {
  return [
    works(say`Node`, cleanLine(process.versions.node)),
    works(say`SQLite`, cleanLine(process.versions['sqlite'] ?? 'built in')),
  ];
}

function terminal({ terminal, env }: Context): readonly Finding[] {
  const term = cleanLine(env['TERM'] ?? '');
  if (terminal.columns === null || !terminal.keyboard) {
    return [
      {
        name: say`Terminal`,
        state: 'note',
        found: say`none here: input or output is no terminal`,
        mend: say`The reader needs one; every other verb works without.`,
      },
    ];
  }
  const small = terminal.columns < 20 || (terminal.rows ?? 0) < 5;
  const dumb = term === '' || term === 'dumb';
  return [
    {
      name: say`Terminal`,
      state: dumb ? 'broken' : small ? 'note' : 'works',
      found: say`${term || say`TERM is not set`}, ${terminal.columns} columns, ${terminal.rows ?? 0} rows`,
      mend: dumb
        ? say`Set TERM to what the terminal is, such as xterm-256color.`
        : small
          ? say`Make the window larger: 40 columns and 10 rows are comfortable.`
          : null,
    },
    { name: say`Colours`, state: 'works', found: colours(terminal.colours, env['NO_COLOR']), mend: null },
    {
      name: say`Unicode`,
      state: terminal.unicode ? 'works' : 'note',
      found: terminal.unicode ? say`yes` : say`no: ASCII signs are used`,
      mend: terminal.unicode
        ? null
        : say`Set LANG to a UTF-8 locale, such as C.UTF-8, or "signs" to "unicode" in the settings.`,
    },
    mouse(term),
  ];
}

function colours(depth: Context['terminal']['colours'], noColor: string | undefined): Safe {
  if (noColor) return say`none, as NO_COLOR asks`;
  return { none: say`none`, '16': say`16`, '256': say`256`, true: say`16 million` }[depth];
}

function mouse(term: Safe): Finding {
  const none = /^(linux|vt\d+|ansi)/.test(term);
  return none
    ? { name: say`Mouse`, state: 'note', found: say`this terminal reports none`, mend: say`Every deed has a key.` }
    : works(say`Mouse`, say`wheel and click, where the terminal reports them`);
}

function settings({ home, settings }: Context): readonly Finding[] {
  const path = join(home.settings, 'settings.json');
  const name = say`Settings`;
  if (settings.problems.length === 0) {
    return [works(name, existsSync(path) ? cleanLine(path) : say`defaults; ${cleanLine(path)} would hold yours`)];
  }
  return settings.problems.map((problem) => ({
    name,
    state: 'broken',
    found: problem.detail,
    mend: say`Mend ${problem.where}.`,
  }));
}

async function libraries(context: Context): Promise<readonly Finding[]> {
  const folder = context.home.library;
  const place = cleanLine(folder);
  const writable = isWritable(folder);
  if (!writable) {
    return [
      {
        name: say`Library`,
        state: 'broken',
        found: say`${place} cannot be written`,
        mend: say`Make the folder yours, or set ALSOSEE_HOME to one that is.`,
      },
    ];
  }
  try {
    const library = await context.library();
    return [
      works(say`Library`, say`${place}, ${size(folder)}`),
      tables(library),
      ...backups(folder, context),
      ...examineSources(library),
    ];
  } catch (error) {
    const found = cleanLine((error as Error).message.slice(0, 300));
    return [
      { name: say`Library`, state: 'broken', found, mend: say`The files are in ${place}; nothing there was erased.` },
    ];
  }
}

/** Whether the library is whole. What is damaged is restored by the reader when it meets it. */
function tables(library: Library): Finding {
  const { version, sound } = library.examine();
  const name = say`Tables`;
  if (sound) return works(name, say`version ${version}, sound`);
  return {
    name,
    state: 'broken',
    found: say`version ${version}, damaged`,
    mend: say`"alsosee doctor --repair" restores the last good copy and what can still be read.`,
  };
}

/** Tells whether the folder, or the nearest one above that exists, may be written. */
function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return dirname(folder) !== folder && isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function filesIn(folder: string) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => ({ name: file.name, stat: statSync(join(file.parentPath, file.name)) }));
}

function size(folder: string): Safe {
  const bytes = filesIn(folder).reduce((sum, { stat }) => sum + stat.size, 0);
  return bytes < 1_000_000 ? say`${Math.ceil(bytes / 1000)} kB` : say`${Math.round(bytes / 100_000) / 10} MB`;
}

function backups(folder: string, context: Context): readonly Finding[] {
  const times = filesIn(join(folder, 'backups')).map(({ stat }) => stat.mtimeMs);
  const name = say`Last backup`;
  if (times.length > 0) return [works(name, context.day(Math.max(...times), 'short'))];
  return [{ name, state: 'note', found: say`none yet`, mend: say`The reader makes one a day.` }];
}

function lines({ name, state, found, mend }: Finding, { terminal }: Context, paint: Paint): readonly string[] {
  const signs = terminal.unicode ? { works: '✓', note: '·', broken: '✗' } : { works: 'ok', note: '--', broken: '!!' };
  const sign = state === 'broken' ? paint('warn', signs[state]) : signs[state];
  return [`${sign} ${paint('strong', name)}  ${found}`, ...(mend ? [`    ${mend}`] : [])];
}
