const words = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements without an end tag. */
export const voidElements = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** Elements whose text is no markup. Frames and "noscript" are not among them: their text is for readers like us. */
export const rawText = words('script style xmp plaintext textarea title noembed noframes');

/** Elements that stand apart from the text around them. */
export const blockElements = words(
  'address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 head header hgroup hr html li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul',
);

/** Elements that end an open paragraph: https://html.spec.whatwg.org/multipage/grouping-content.html#the-p-element */
export const endsParagraph = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr main menu nav ol p pre section table ul dd dt li',
);

/** What a start tag ends when it is open, up to the element that bounds it: `<li>` ends the `<li>` before it in its list. */
export const endsBefore: ReadonlyMap<
  string,
  { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }
> = new Map(
  [
    ['li', 'li', 'ul ol menu dir table td th'],
    ['dt dd', 'dt dd', 'dl table td th'],
    ['option optgroup', 'option', 'select table td th'],
    ['tr', 'tr td th', 'table'],
    ['td th', 'td th', 'tr table'],
    ['thead tbody tfoot', 'thead tbody tfoot tr td th', 'table'],
    ['a', 'a', 'table td th'],
  ].flatMap(([tags = '', ends = '', within = '']) =>
    tags.split(' ').map((tag) => [tag, { ends: words(ends), within: words(within) }] as const),
  ),
);

/** An end tag outside a table does not end what is open inside it, and the other way round. */
export const walls = words('table td th');
/** Every element of HTML that is in use, by which text is told to be markup. */
export const htmlElements = words(
  'a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote body br button canvas caption center ' +
    'cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form ' +
    'frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark ' +
    'marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext ' +
    'pre progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table ' +
    'tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp',
);
