import { cleanLine, pad, say, widthOf, type Safe } from '../text/index.ts';

/** A page that offers several feeds, of which the reader is to choose. */
export interface Offered {
  readonly page: Safe;
  readonly name: Safe;
  readonly feeds: readonly { readonly address: Safe; readonly name: Safe }[];
}

/** Returns the feeds of an offer, each with the command that keeps it. */
export function offerLines({ page, name, feeds }: Offered): readonly Safe[] {
  const widest = Math.max(...feeds.map((feed) => widthOf(feed.name)));
  const again = say`alsosee add ${inShell(page)}`;
  return [
    say`${name} offers ${feeds.length} feeds. To keep one:`,
    ...feeds.map((feed) => say`  ${pad(feed.name, widest)}  alsosee add ${inShell(feed.address)}`),
    say`To keep all of them: ${again} --all`,
    say`To keep the page itself: ${again} --page`,
  ];
}

/** Returns a word as a shell takes it: what it would take for more than letters is quoted. */
function inShell(word: Safe): Safe {
  return /^[\w./:@%+,~=-]+$/.test(word) ? word : cleanLine(`'${word.replaceAll("'", "'\\''")}'`);
}
