import { cleanLine, say } from '../text/index.ts';
import { deed, type CommandRow, type Paint } from './verb.ts';

/** `alsosee keys`: `data` is an array of {screen, id, keys, title, hint, group}, one a command. */
export const keys = deed({
  options: {},
  more: ['Each command can be given other keys in the settings, under "keys", by its id.'],
  async run(context) {
    const rows = await context.commands();
    return {
      data: rows,
      problems: [],
      remarks: rows.length === 0 ? [say`No commands.`] : [],
      text: (_, paint) =>
        [...Map.groupBy(rows, (row) => row.screen)].flatMap(([screen, own], index) => table(screen, own, index, paint)),
    };
  },
});

function table(screen: string, rows: readonly CommandRow[], index: number, paint: Paint): readonly string[] {
  const chords = rows.map((row) => cleanLine(row.keys.join(' ')));
  const width = Math.max(...chords.map((text) => text.length));
  const titles = Math.max(...rows.map((row) => row.title.length));
  const lines = rows.map(
    (row, at) => `  ${chords[at]!.padEnd(width)}  ${row.title.padEnd(titles)}  ${paint('quiet', row.id)}`,
  );
  return [...(index === 0 ? [] : ['']), paint('strong', screen), ...lines];
}
