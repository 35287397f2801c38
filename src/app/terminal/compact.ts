/** How text looks, as parameters of SGR; an empty string where nothing is set. */
interface Style {
  readonly weight: string;
  readonly slant: string;
  readonly line: string;
  readonly inverse: string;
  readonly struck: string;
  readonly ink: string;
  readonly paper: string;
}

const plain: Style = { weight: '', slant: '', line: '', inverse: '', struck: '', ink: '', paper: '' };

/** What ends each part of a style. */
const ends: readonly (readonly [part: keyof Style, end: string])[] = [
  ['weight', '22'],
  ['slant', '23'],
  ['line', '24'],
  ['inverse', '27'],
  ['struck', '29'],
  ['ink', '39'],
  ['paper', '49'],
];

/** Styles, line ends, steps to the next line, runs of blanks, other sequences, and text. */
const token = /\x1b\[[0-9;]*m|\r?\n|(?:\x1b\[E)+|\x1b\[1G| +|\x1b\[[^a-zA-Z]*[a-zA-Z]|\x1b[^[]|[^ \x1b\r\n]+|[^]/g;

/** Blanks that are worth a sequence. */
const few = 8;

/**
 * Returns what Ink sends with nothing in it that changes nothing: styles that are changed again before anything is drawn, colours
 * of blanks, blanks on a line that was just erased, and step after step to the next line. Every write begins and ends unstyled.
 * `erases` tells that the terminal erases with the colour behind the text, as nearly all do.
 */
export function compact(text: string, erases: boolean): string {
  const typist = new Typist(erases);
  for (const [found] of text.matchAll(token)) typist.take(found);
  return typist.finish();
}

class Typist {
  readonly #erases: boolean;
  #sent = '';
  #wanted = plain;
  #set = plain;
  /** Whether the rest of the line is blank and plain, and how many columns of it are passed over. */
  #isBlank = false;
  #skipped = 0;
  #isAtStart = false;

  constructor(erases: boolean) {
    this.#erases = erases;
  }

  take(found: string): void {
    if (found.startsWith('\x1b[') && found.endsWith('m')) this.#wanted = styled(this.#wanted, found);
    else if (found.startsWith(' ')) this.#blanks(found.length);
    else if (found === '\x1b[1G' && this.#isAtStart) return;
    else if (found.endsWith('\n')) this.#newLine(found);
    else if (found.startsWith('\x1b[E')) this.#newLine(found.length === 3 ? found : `\x1b[${found.length / 3}E`);
    else if (found.startsWith('\x1b')) this.#control(found);
    else this.#write(found);
  }

  finish(): string {
    this.#style(plain);
    return this.#sent;
  }

  #newLine(sequence: string): void {
    this.#style(this.#wanted);
    this.#sent += sequence;
    this.#skipped = 0;
    this.#isBlank = false;
    this.#isAtStart = true;
  }

  #control(sequence: string): void {
    this.#catchUp();
    this.#style(this.#wanted);
    this.#sent += sequence;
    this.#isBlank =
      sequence === '\x1b[K'
        ? this.#wanted.paper === '' && this.#wanted.inverse === ''
        : this.#isBlank && isLink(sequence);
    this.#isAtStart &&= sequence === '\x1b[K';
  }

  #write(words: string): void {
    this.#catchUp();
    this.#style(this.#wanted);
    this.#sent += words;
    this.#isAtStart = false;
  }

  /** Of blanks only what is behind or through them shows. */
  #blanks(count: number): void {
    const { line, inverse, struck, paper } = this.#wanted;
    const isPlain = line + inverse + struck + paper === '';
    this.#isAtStart = false;
    if (isPlain && this.#isBlank) {
      this.#skipped += count;
      return;
    }
    this.#catchUp();
    const isOnlyPaper = line + inverse + struck === '';
    this.#style(isOnlyPaper ? { ...this.#set, line, inverse, struck, paper } : this.#wanted);
    const erased = this.#erases && count >= few && isOnlyPaper;
    this.#sent += erased ? `\x1b[${count}X\x1b[${count}C` : ' '.repeat(count);
  }

  #catchUp(): void {
    if (this.#skipped >= few) this.#sent += `\x1b[${this.#skipped}C`;
    else if (this.#skipped > 0) {
      const { line, inverse, struck, paper } = plain;
      this.#style({ ...this.#set, line, inverse, struck, paper });
      this.#sent += ' '.repeat(this.#skipped);
    }
    this.#skipped = 0;
  }

  #style(style: Style): void {
    const changed = ends.filter(([part]) => style[part] !== this.#set[part]);
    if (changed.length === 0) return;
    const isPlain = ends.every(([part]) => style[part] === '');
    const codes = changed.map(([part, end]) => changeOf(part, end, this.#set, style));
    this.#sent += isPlain ? '\x1b[m' : `\x1b[${codes.join(';')}m`;
    this.#set = style;
  }
}

/** Bold and dim share their end, so a change from one to the other ends the first. */
function changeOf(part: keyof Style, end: string, before: Style, style: Style): string {
  if (style[part] === '') return end;
  return part === 'weight' && before[part] !== '' ? `22;${style[part]}` : style[part];
}

function isLink(sequence: string): boolean {
  return sequence.startsWith('\x1b]') || sequence === '\x1b\\';
}

/** Returns the style that an SGR sequence makes of another. */
function styled(before: Style, sequence: string): Style {
  let style = before;
  const codes = sequence.slice(2, -1).split(';');
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? '';
    const long = code === '38' || code === '48' ? codes.slice(at, at + (codes[at + 1] === '5' ? 3 : 5)) : [code];
    at += long.length - 1;
    style = changed(style, Number(code), long.join(';'));
  }
  return style;
}

function changed(style: Style, code: number, parameters: string): Style {
  if (code === 0) return plain;
  const end = ends.find(([, end]) => end === parameters);
  if (end) return { ...style, [end[0]]: '' };
  if (code <= 2) return { ...style, weight: ['', parameters].includes(style.weight) ? parameters : '1;2' };
  if (code === 3) return { ...style, slant: parameters };
  if (code === 4) return { ...style, line: parameters };
  if (code === 7) return { ...style, inverse: parameters };
  if (code === 9) return { ...style, struck: parameters };
  const isPaper = (code >= 40 && code <= 48) || code >= 100;
  return isPaper ? { ...style, paper: parameters } : { ...style, ink: parameters };
}
