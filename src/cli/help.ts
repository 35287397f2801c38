import { common } from './arguments.ts';
import type { Deed, Option, Verb } from './verb.ts';
import { verbs } from './verbs.ts';

/** Returns the lines of `alsosee --help`. */
export function overview(): readonly string[] {
  return [
    'Also See, a news reader for the terminal that follows "Also see" from story to story.',
    '',
    'alsosee [URL|DIR|FILE…]   opens the reader: on a feed, a page, a folder or a file, or on your library',
    'alsosee VERB …            does one thing and prints it',
    '',
    ...columns(verbs.map((verb) => [verb.name, verb.summary])),
    '',
    ...columns([
      ['help VERB', 'more about a verb'],
      ['--json', common.json.help],
      ['--version', 'the version'],
    ]),
    '',
    'REF is the id of an article, the beginning of one, the path of its file, or its web address.',
    'Exit codes: 0 done, 1 failed, 2 wrong use, 130 interrupted by Ctrl-C.',
    'ALSOSEE_HOME puts settings, library and cache under one folder.',
  ];
}

/** Returns the lines of `alsosee help VERB`. */
export function about(verb: Verb, deed: Deed): readonly string[] {
  const options = Object.entries({ ...deed.options, ...common }).filter(([, option]) => !('hidden' in option));
  return [
    `alsosee ${verb.name} ${verb.usage}`.trimEnd(),
    `  ${verb.summary}`,
    ...(deed.more ?? []).flatMap((paragraph) => ['', paragraph]),
    '',
    ...columns(options.map(([name, option]) => [written(name, option), explained(option)])),
  ];
}

function written(name: string, option: Option): string {
  const short = option.short ? `-${option.short}, ` : '    ';
  return `${short}--${name}${option.type === 'string' ? ` ${option.value ?? 'VALUE'}` : ''}`;
}

function explained(option: Option): string {
  return option.words ? `${option.help}: ${option.words.join(', ')}` : option.help;
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([term]) => term.length)) + 2;
  return rows.map(([term, meaning]) => `  ${term.padEnd(width)}${meaning}`);
}
