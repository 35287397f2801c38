import { cut, join, pad, say, widthOf, type Safe } from '../text/index.ts';
import { readingMinutes, type Headline } from '../news/index.ts';
import type { Context, Paint } from './verb.ts';

/**
 * Returns one line a headline: id, day, state and title, with its publisher and the minutes it takes. The id comes first, so
 * that `cut -d" " -f1` gives what other verbs take. Cut to the width, unless it is null.
 */
export function headlineRows(
  headlines: readonly Headline[],
  context: Context,
  width: number | null,
  paint: Paint,
): readonly string[] {
  const ids = idColumns(headlines, width);
  return headlines.map((headline) => {
    const { id, title, published, status } = headline;
    const start = id.length > ids ? id : pad(id, ids);
    const day = published === null ? say`          ` : context.day(published, 'short');
    const signs = stateSigns(headline, context.terminal.unicode);
    const before = widthOf(start) + 2 + 10 + 2 + 2 + 1;
    const fitted = width === null ? title : cut(title, Math.max(20, width - before));
    const rest = tail(headline, width === null ? null : width - before - widthOf(fitted));
    const shown = status.read === 'unread' ? paint('strong', fitted) : fitted;
    return `${paint('quiet', start)}  ${day}  ${signs} ${shown}${paint('quiet', rest)}`.trimEnd();
  });
}

/** The longest id gives the column its width; on a terminal a third of the line is the most, and a longer id pushes its row. */
function idColumns(headlines: readonly Headline[], width: number | null): number {
  const longest = headlines.reduce((most, { id }) => Math.max(most, id.length), 0);
  return width === null ? longest : Math.min(longest, Math.floor(width / 3));
}

/** Returns two columns: unread, being read or read, and bookmarked or not; by signs, never by colour. */
function stateSigns({ status }: Headline, unicode: boolean): Safe {
  const read = { unread: unicode ? say`●` : say`*`, reading: unicode ? say`◐` : say`~`, read: say` ` }[status.read];
  const kept = status.bookmarked ? (unicode ? say`★` : say`+`) : say` `;
  return say`${read}${kept}`;
}

function tail({ publisher, words }: Headline, room: number | null): Safe {
  const text = say` · ${publisher} · ${readingMinutes(words)} min`;
  return room === null || widthOf(text) <= room ? text : say``;
}

/** Returns what is known of an article in one line: byline, publisher, day and minutes. */
export function creditLine(headline: Headline, context: Context): Safe {
  const parts = [
    headline.byline && say`By ${headline.byline}`,
    headline.publisher,
    headline.published === null ? null : context.day(headline.published, 'long'),
    say`${readingMinutes(headline.words)} min`,
  ];
  return join(
    parts.filter((part): part is Safe => part !== null && part !== ''),
    say` · `,
  );
}
