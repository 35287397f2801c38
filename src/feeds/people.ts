import { cleanLine, type Safe } from '../text/index.ts';
import type { Person } from './feed.ts';
import type { Piece } from './piece.ts';
import { lineOf, lineOfText } from './text.ts';

const address = String.raw`[^\s<>()[\]",;:]+@[^\s<>()[\]",;:]+`;
const bare = new RegExp(String.raw`^(?:mailto:)?(${address})$`, 'i');
/** "Name <address>", "address (Name)", "Name (address)" and the like: whatever stands beside the address is the name. */
const inBrackets = new RegExp(String.raw`^(.*?)[\s"']*[<(\[]\s*(?:mailto:)?(${address})\s*[>)\]]\s*$`, 'i');
const before = new RegExp(String.raw`^(?:mailto:)?(${address})[\s,:-]*[<(\[]?([^<>()[\]]*)[>)\]]?\s*$`, 'i');

/** Characters of a line in which an address is looked for beside the name. */
const longestPerson = 300;

/** Returns the people that the pieces name, each once. Those with a name come first. */
export function peopleOf(pieces: readonly Piece[]): readonly Person[] {
  return distinct(pieces.map(personOf).filter((person) => person !== null));
}

function personOf(piece: Piece): Person | null {
  const name = piece.first('name', 'itunes:name');
  const email = piece.first('email', 'itunes:email')?.text() ?? null;
  const url = piece.first('uri', 'url', 'homepage')?.text() ?? piece.attribute('href') ?? null;
  if (!name && email === null && url === null) return personNamed(lineOf(piece) ?? '');
  const named = personNamed((name && lineOf(name)) ?? '');
  return {
    name: named?.name ?? null,
    email: (email === null ? null : cleanLine(email.replace(/^mailto:/i, ''))) ?? named?.email ?? null,
    url: url === null ? null : cleanLine(piece.resolve(url)),
  };
}

/** Returns the person that a line of text names, or null when it names nobody. */
function personNamed(line: string): Person | null {
  const text = lineOfText(line);
  if (text === null) return null;
  if (text.length > longestPerson) return { name: text, email: null, url: null };
  const alone = bare.exec(text);
  if (alone) return { name: null, email: safe(alone[1]), url: null };
  const last = inBrackets.exec(text);
  if (last) return { name: safe(last[1]), email: safe(last[2]), url: null };
  const first = before.exec(text);
  if (first) return { name: safe(first[2]), email: safe(first[1]), url: null };
  return { name: text, email: null, url: null };
}

function safe(part: string | undefined): Safe | null {
  const line = cleanLine((part ?? '').replace(/^["'\s]+|["'\s]+$/g, ''));
  return line === '' ? null : line;
}

/** Returns each person once; one known by name and address goes before what else names the same. */
export function distinct(people: readonly Person[]): readonly Person[] {
  const seen = new Set<string>();
  return [...people.filter(({ name }) => name), ...people.filter(({ name }) => !name)].filter((person) => {
    const key = person.name ?? person.email ?? person.url;
    if (key === null || seen.has(key)) return false;
    seen.add(key);
    if (person.email) seen.add(person.email);
    return true;
  });
}
