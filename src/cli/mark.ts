import { currentScope } from './scope.ts';
import { cleanLine, join, say } from '../text/index.ts';
import type { ArticleId, Mark } from '../news/index.ts';
import { failure } from './one.ts';
import { resolveReference } from './reference.ts';
import { queryOf, withoutMuted } from './query.ts';
import { counted } from './counted.ts';
import { deed, WrongUse, type Complaint, type Context, type Outcome } from './verb.ts';

/**
 * `alsosee mark`: `data` is {changed, unchanged}: ids. All references are understood before anything is marked, and all are
 * marked in one change, which the reader can undo.
 */
export const mark = deed({
  options: {
    read: { type: 'boolean', help: 'mark as read' },
    unread: { type: 'boolean', help: 'mark as unread' },
    bookmark: { type: 'boolean', help: 'keep for later' },
    'no-bookmark': { type: 'boolean', help: 'take the bookmark away' },
    tag: { type: 'string', multiple: true, value: 'TAG', help: 'gives a tag of your own; can be given again' },
    untag: { type: 'string', multiple: true, value: 'TAG', help: 'takes a tag of your own away; can be given again' },
    where: { type: 'string', value: 'QUERY', help: 'all articles that the query finds, instead of named ones' },
  },
  completes: { kind: 'article' },
  async run(context, values, positionals) {
    const wanted = wantedMark(values);
    if (values.where !== undefined) return markWhere(values.where, wanted, positionals, context);
    if (positionals.length === 0)
      throw new WrongUse('Which articles? Name them by id, path or address; "alsosee list" shows the ids.');
    await currentScope(context);
    const library = await context.library();
    const ids = new Set<ArticleId>();
    const problems: Complaint[] = [];
    for (const reference of positionals) {
      const found = resolveReference(library, reference, context.folder);
      if (found.id === null) problems.push(found.problem);
      else ids.add(found.id);
    }
    if (problems.length > 0) return { ...failure(problems), remarks: [say`Nothing was marked.`] };
    const changed = library.mark([...ids], wanted, context.now())?.articles ?? [];
    const unchanged = [...ids].filter((id) => !changed.includes(id));
    return {
      data: { changed, unchanged },
      problems: [],
      text: () => [
        ...(changed.length > 0 ? [say`Marked ${words(wanted)}: ${join(changed, say`, `)}`] : []),
        ...(unchanged.length > 0 ? [say`Was so already: ${join(unchanged, say`, `)}`] : []),
      ],
    };
  },
});

/** All in one change: one undo takes it back. */
async function markWhere(
  text: string,
  wanted: Mark,
  positionals: readonly string[],
  context: Context,
): Promise<Outcome> {
  if (positionals.length > 0) throw new WrongUse('Articles by name or --where, not both.');
  const query = withoutMuted(queryOf(text, context), context);
  const scope = await currentScope(context);
  const library = await context.library();
  const changed = library.markAll(query, scope.ids, wanted, context.now())?.articles ?? [];
  return {
    data: { changed, unchanged: [] },
    problems: scope.problems,
    remarks: changed.length === 0 ? [say`Nothing was to be changed.`] : [],
    text: () => (changed.length > 0 ? [say`Marked ${words(wanted)}: ${counted(changed.length, say`article`)}`] : []),
  };
}

interface Wanted {
  readonly read?: boolean;
  readonly unread?: boolean;
  readonly bookmark?: boolean;
  readonly 'no-bookmark'?: boolean;
  readonly tag?: readonly string[];
  readonly untag?: readonly string[];
}

function wantedMark({ read, unread, bookmark, 'no-bookmark': none, tag, untag }: Wanted): Mark {
  if (read && unread) throw new WrongUse('--read or --unread, not both.');
  if (bookmark && none) throw new WrongUse('--bookmark or --no-bookmark, not both.');
  if (tag && untag) throw new WrongUse('--tag or --untag, not both: one change each.');
  if (!read && !unread && !bookmark && !none && !tag && !untag)
    throw new WrongUse('Mark as what? --read, --unread, --bookmark, --no-bookmark, --tag or --untag.');
  return {
    ...(read ? { read: 'read' as const } : {}),
    ...(unread ? { read: 'unread' as const } : {}),
    ...(bookmark || none ? { bookmarked: Boolean(bookmark) } : {}),
    ...(tag ? { tagged: tag.map(cleanLine) } : {}),
    ...(untag ? { untagged: untag.map(cleanLine) } : {}),
  };
}

function words({ read, bookmarked, tagged, untagged }: Mark) {
  const parts = [
    ...(read === undefined ? [] : [read === 'read' ? say`read` : say`unread`]),
    ...(bookmarked === undefined ? [] : [bookmarked ? say`bookmarked` : say`not bookmarked`]),
    ...(tagged ?? []).map((tag) => say`#${tag}`),
    ...(untagged ?? []).map((tag) => say`not #${tag}`),
  ];
  return join(parts, say` and `);
}
