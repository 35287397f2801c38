const named: Record<string, string> = {
  enter: '\r',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  backspace: '\x7f',
  esc: '\x1b',
  space: ' ',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  insert: '\x1b[2~',
  delete: '\x1b[3~',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  f1: '\x1bOP',
};

/** Returns the bytes that a terminal sends for a key: `j`, `enter`, `ctrl+d`, `alt+b`, `shift+tab`. Throws for a key it does not know. */
export function bytesOf(key: string): string {
  const bytes = named[key];
  if (bytes !== undefined) return bytes;
  if (Array.from(key).length === 1) return key;
  const [, modifier, rest = ''] = /^(ctrl|alt)\+(.+)$/.exec(key) ?? [];
  if (modifier === 'alt') return `\x1b${bytesOf(rest)}`;
  if (modifier === 'ctrl' && /^[a-z@[\\\]^_]$/.test(rest))
    return String.fromCharCode(rest.toUpperCase().charCodeAt(0) & 0x1f);
  throw new Error(`No key is called "${key}".`);
}

/** Returns the bytes of a mouse event as terminals report it in SGR mode. Columns and rows count from 1. */
export function mouse(event: 'press' | 'release' | 'wheelup' | 'wheeldown', column: number, row: number): string {
  const button = { press: 0, release: 0, wheelup: 64, wheeldown: 65 }[event];
  return `\x1b[<${button};${column};${row}${event === 'release' ? 'm' : 'M'}`;
}
