/** Modes that change how a terminal behaves, by the number that programs set them with, and whether each is on in peace. */
const modes: Record<string, { readonly name: string; readonly atRest: boolean }> = {
  7: { name: 'wrapping', atRest: true },
  25: { name: 'the cursor', atRest: true },
  1000: { name: 'mouse reports', atRest: false },
  1002: { name: 'mouse drags', atRest: false },
  1003: { name: 'mouse moves', atRest: false },
  1004: { name: 'focus reports', atRest: false },
  1006: { name: 'long mouse reports', atRest: false },
  1049: { name: 'the alternate screen', atRest: false },
  2004: { name: 'bracketed paste', atRest: false },
  2026: { name: 'held frames', atRest: false },
  2031: { name: 'colour reports', atRest: false },
  2048: { name: 'size reports', atRest: false },
};

/** Returns the names of the modes that a program's output leaves otherwise than they were. */
export function modesLeft(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const state = new Map<string, boolean>();
  for (const [, numbers = '', end] of text.matchAll(/\x1b\[\?([\d;]+)([hl])/g)) {
    for (const number of numbers.split(';')) state.set(number, end === 'h');
  }
  const left = [...state].filter(([number, on]) => on !== (modes[number]?.atRest ?? false));
  const pushed = text.matchAll(/\x1b\[>\d+u/g).toArray().length;
  const popped = text.matchAll(/\x1b\[<\d*u/g).toArray().length;
  return [
    ...left.map(([number]) => modes[number]?.name ?? `mode ${number}`),
    ...(pushed > popped ? ['the keyboard protocol'] : []),
  ];
}
