import type { Verb } from './verb.ts';

/** Every verb, in the order of the help. A row costs nothing: its file is loaded when the verb is called. */
export const verbs: readonly Verb[] = [
  {
    name: 'list',
    usage: '[LIST] [QUERY]',
    summary: 'headlines, of a smart list or by a query',
    load: async () => (await import('./list.ts')).list,
  },
  { name: 'show', usage: 'REF', summary: 'one article', load: async () => (await import('./show.ts')).show },
  {
    name: 'search',
    usage: 'QUERY',
    summary: 'full text, best first, with snippets',
    load: async () => (await import('./search.ts')).search,
  },
  {
    name: 'links',
    usage: 'REF',
    summary: 'where an article leads, and what leads to it',
    load: async () => (await import('./links.ts')).links,
  },
  {
    name: 'mark',
    usage: 'REF…|--where QUERY --read|--unread|--bookmark|--no-bookmark',
    summary: 'mark articles read or bookmarked',
    load: async () => (await import('./mark.ts')).mark,
  },
  {
    name: 'add',
    usage: 'URL|DIR|FILE…',
    summary: 'keep a feed, the feeds of a site, a page, or a folder of Markdown',
    load: async () => (await import('./add.ts')).add,
  },
  {
    name: 'refresh',
    usage: '[--source S]',
    summary: 'ask the feeds for news, and read the kept folders anew',
    load: async () => (await import('./refresh.ts')).refresh,
  },
  {
    name: 'sources',
    usage: '[SOURCE… --rename NAME|--tag TAG|--pause|--whole|--remove]',
    summary: 'what is kept, how it does, and how much it brings; or change it',
    load: async () => (await import('./sources.ts')).sources,
  },
  {
    name: 'import',
    usage: 'FILE…',
    summary: "what other programs wrote: feeds, bookmarks, articles; or another library's state",
    load: async () => (await import('./import.ts')).takeIn,
  },
  {
    name: 'export',
    usage: 'opml|bookmarks|state|REF',
    summary: 'write the feeds, the bookmarks, all state, or one article',
    load: async () => (await import('./export.ts')).write,
  },
  {
    name: 'inspect',
    usage: 'FILE|URL|-',
    summary: 'what the reader makes of a document, a feed or a page on the web, and why',
    load: async () => (await import('./inspect.ts')).inspect,
  },
  {
    name: 'check',
    usage: 'DIR',
    summary: 'problems in a folder: unresolved "Also see", duplicate ids, bad dates',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'doctor',
    usage: '',
    summary: 'what works here, what does not, and how to mend it',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'keys',
    usage: '',
    summary: "the reader's keys and commands",
    load: async () => (await import('./keys.ts')).keys,
  },
  {
    name: 'completion',
    usage: 'bash|zsh|fish',
    summary: 'a script that completes verbs, options and articles',
    load: async () => (await import('./completion.ts')).completion,
  },
];
