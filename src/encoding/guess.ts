/** An encoding that a document may be in without saying so, and how its letters stand together in running text. */
interface Candidate {
  readonly encoding: string;
  /** Runs of the letters that most text is made of. A single one may as well be an accented letter of a Latin word. */
  readonly runs: RegExp;
  /** Letters that a fifth of the foreign ones must be. */
  readonly needs?: RegExp;
}

const kana = /[\u3041-\u3093\u30a1-\u30fc]/g;
const japanese = /[\u3041-\u3093\u30a1-\u30fc\u3001\u3002\u4e00-\u9fa5]{2,}/g;
const chinese = /[\u4e00-\u9fa5\uff0c\u3002\u3001\uff1a\uff1f]{2,}/g;
/** Words as they are written: the Cyrillic encodings differ in little but the case that their letters seem to have. */
const cyrillic = /(?<![\u0400-\u04ff])[\u0410-\u042f\u0401]?[\u0430-\u044f\u0451]{2,}(?![\u0400-\u04ff])/g;

/**
 * Of two that fit as well, the first is taken: Korean, and Hebrew or Cyrillic words of an even length, read as Chinese,
 * and Hebrew reads as Cyrillic, but not the other way round.
 */
const candidates: readonly Candidate[] = [
  { encoding: 'shift_jis', runs: japanese, needs: kana },
  { encoding: 'euc-jp', runs: japanese, needs: kana },
  { encoding: 'euc-kr', runs: /[\uac00-\ud7a3]{2,}/g },
  { encoding: 'windows-1255', runs: /[\u05d0-\u05ea]{2,}/g },
  { encoding: 'windows-1251', runs: cyrillic },
  { encoding: 'koi8-r', runs: cyrillic },
  { encoding: 'windows-1253', runs: /[\u0386-\u03ab]?[\u03ac-\u03ce]{2,}/g },
  { encoding: 'windows-1256', runs: /[\u0621-\u064a\u067e\u0686\u06af]{3,}/g },
  { encoding: 'gb18030', runs: chinese },
  { encoding: 'big5', runs: chinese },
  { encoding: 'windows-874', runs: /[\u0e01-\u0e4e]{3,}/g },
];
/** Bytes that are looked at. */
const sample = 65_536;
/** Fewer letters than these tell nothing. */
const fewest = 4;
/** Share of the letters beyond ASCII that must stand in such runs. */
const enough = 0.6;

/** Returns the encoding in which the letters beyond ASCII make the most sense, else Windows-1252, in which all bytes do. */
export function guessEncoding(bytes: Uint8Array): string {
  const part = bytes.subarray(0, sample);
  const scores = candidates.map((candidate) => ({ encoding: candidate.encoding, score: score(part, candidate) }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score >= enough ? best.encoding : 'windows-1252';
}

function score(bytes: Uint8Array, { encoding, runs, needs }: Candidate): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  if (foreign < fewest || broken > foreign / 50 + 1) return 0;
  if (needs && (text.match(needs)?.length ?? 0) < foreign / 5) return 0;
  const usual = text.match(runs)?.reduce((sum, run) => sum + run.length, 0) ?? 0;
  return usual / foreign;
}
