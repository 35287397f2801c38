import type { House } from '../house.ts';
import type { Breach } from './breach.ts';

const most = { file: 300, func: 60 } as const;
const usual = { file: 80, func: 10 } as const;

/** Files and functions are small: none over the bound, and half of them well below it. */
export function sizeBreaches({ sources }: Pick<House, 'sources'>): Breach[] {
  return sources.flatMap(({ path, lines, functions }) => [
    ...(lines > most.file ? [{ path, line: 1, what: `The file has ${lines} lines; ${most.file} is the most.` }] : []),
    ...functions
      .filter((func) => func.lines > most.func)
      .map((func) => ({
        path,
        line: func.line,
        what: `${func.name} has ${func.lines} lines; ${most.func} is the most.`,
      })),
  ]);
}

/** Of all files and of all functions, half must be no longer than is usual. */
export function medianBreaches({ sources }: Pick<House, 'sources'>): Breach[] {
  const { file, func } = medians({ sources });
  return [
    ...(file > usual.file
      ? [{ path: '', line: 0, what: `Half of all files are longer than ${file} lines; ${usual.file} is the bound.` }]
      : []),
    ...(func > usual.func
      ? [
          {
            path: '',
            line: 0,
            what: `Half of all functions are longer than ${func} lines; ${usual.func} is the bound.`,
          },
        ]
      : []),
  ];
}

export function medians({ sources }: Pick<House, 'sources'>): { file: number; func: number } {
  return {
    file: median(sources.map(({ lines }) => lines)),
    func: median(
      sources.flatMap(({ functions }) => functions.filter(({ hasBody }) => hasBody).map(({ lines }) => lines)),
    ),
  };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
