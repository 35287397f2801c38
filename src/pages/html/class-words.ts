import { named } from './class-names.ts';

// What makers of pages call their parts. To teach the reader another name, add it to a row.

export const comments =
  named(`comment | comments | commentlist | commentarea | commentform | commenter | disqus* | fbcomments | replies
  respond | kommentar | kommentare | comentarios`);

export const related =
  named(`related* | recommend* | recirc* | read next | read also | read more | also like | also read | also see
  more stories | more news | more articles | more posts | more from | more on | more like | see also | seealso | similar`);

/** Parts of every page that are never an article's, and may be as long as one. */
export const surroundings =
  named(`related* | recommend* | recirc* | outbrain* | taboola* | cookie* | gdpr* | consent | newsletter
  newsletters | sidebar | sidebars | footer | modal | popup | popups | breadcrumb | breadcrumbs | navigation | navbar | menu | menus
  share* | sharing* | social* | most read | most popular | most viewed | most shared | trending* | read more | read next | read also
  more stories | more news | more articles | more posts | more from | more on | also like`);

/** Boxes and buttons in and around an article. */
export const boxes =
  named(`ad | ads | advert* | adslot* | adsense* | adbox* | sponsor* | promo* | subscribe* | subscription* | sign up
  signup | login | register | skip | pagination | pager | toolbar | toolbox | widget | widgets | rating* | vote | votes | poll
  author bio* | author box* | author info* | author card* | author profile* | author desc* | about author* | about the author* | bio
  bios | tags | tag list | tag links | tag cloud | post tag | topics | copyright | disclaimer | print only | screen reader* | sr only
  visuallyhidden | visually hidden | masthead | overlay | tooltip | banner | button | buttons | nav | toc | table of contents | upsell
  teaser | teasers | cta | app download | donat*`);

/** What is told of an article beside its text. */
export const facts =
  named(`byline* | author | authors | dateline | pubdate | pub date | published date | publish date | publishdate
  timestamp | timeago | post meta | post info | post date | post details | post byline | post author | entry meta | entry info
  entry date | entry details | entry byline | entry author | article meta | article info | article date | article details
  article byline | article author | story meta | story info | story date | story details | story byline | story author | meta | credit
  credits | video player | player | follow | extra | more | supplement*`);

/** Names of what holds an article, and of what does not. */
export const good = named(
  `article* | body | content* | entry | main | page | post | text | blog | story* | prose | copy`,
);
export const bad =
  named(`hidden | banner | comment* | contact | foot | footer | gdpr | masthead | media | meta | outbrain | promo*
  related* | scroll | share* | sidebar* | sponsor* | shopping | tags | widget*`);

export const embedded = named(`embed*`);
export const math = named(`math* | katex | mwe | mjx`);
/** The formula drawn, beside the formula told. */
export const drawnTwice = named(`katex html | fallback image`);

export const byAuthor =
  named(`byline | bylines | by line | by lines | author | authors | autor | autoren | autores | autora | writer
  writers | auteur | auteurs | journalist* | creditline | posted by | wrote by | reporter | verfasser | vcard | p author
  authorname* | authortext* | authorlink*`);
/** Lines in which an author may be named among other things. */
export const aboutText =
  named(`meta | meta info | metainfo | post info | post details | post header | post data | entry info
  entry details | entry header | entry data | article info | article details | article header | article data | story info
  story details | story header | story data | info | credit | credits | provider | detail | details | dateline | publication`);
export const aboutAuthor =
  named(`bio | biography | author box | author card | author info | author profile | author area
  author description | authorbox | authorcard | authorinfo | authorprofile | about author | about the author`);
/** Where other names and pictures stand than the author's. */
export const notByAuthor =
  named(`related* | sidebar* | site footer | recommend* | teaser* | promo* | widget* | popular | picture*
  caption* | photo* | image* | search | bio | biography`);

export const dates =
  named(`date | dates | date time | datetime | time | timestamp | time stamp | publish* | posted | pubdate | datum
  fecha | data | dateline | meta | byline | created | info | submitted`);
export const updates = named(`update | updated | modified`);
/** Where the dates of other things stand than the article's. */
export const notDated =
  named(`related* | sidebar* | recommend* | teaser* | promo* | widget* | popular | comment | comments | commentlist
  disqus* | replies | search | weather | event | events | trending | latest | most`);

export const standfirst =
  named(`deck | dek | standfirst | stand first | subtitle | sub title | subheadline | sub headline | subheading
  sub heading | subhead | sub head | subhed | abstract | summary | lead | leade | leadin | lede | teaser | intro | introduction
  introtext | excerpt | description | vorspann | chapeau | chapo | bajada | copete | sommario | anleser`);

export const captions = named(`caption* | legend | cutline | bildunterschrift | pie`);
export const credits = named(
  `credit* | copyright* | photographer* | photo by | photo source | attribution* | source | author | agency`,
);
export const icons = named(
  `emoji* | icon* | smiley* | smilie* | avatar* | gravatar* | logo* | spinner* | pixel* | spacer*`,
);
export const lineNumbers = named(
  `line number | line numbers | linenumber | linenumbers | lineno | linenos | ln | lnt | lnlinks | gutter`,
);
export const paywalls = named(
  `paywall | pay wall | paywalled | subscriber only | premium wall | premium content | regwall`,
);
