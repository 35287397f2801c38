import type { Block, Picture, Prose } from '../../news/index.ts';
import { wordsOf } from '../../prose/index.ts';
import { cleanLine, say, type Safe } from '../../text/index.ts';
import { absolute } from './addresses.ts';
import { isObject, type Head } from './head.ts';

const metaKeys = [
  'og:image',
  'og:image:secure_url',
  'og:image:url',
  'twitter:image',
  'twitter:image:src',
  'image',
  'thumbnailurl',
  'thumbnail',
  'parsely-image-url',
  'sailthru.image.full',
];

/** The picture of an article, and its text without the figure that shows it above the first paragraph. */
export interface Lead {
  readonly picture: Picture | null;
  readonly body: Prose;
}

/** Returns the picture that the page gives as its own, with the caption of the figure that shows it; else that of its first figure. */
export function readLead(head: Head, body: Prose, base: string | null): Lead {
  const declared = declaredPicture(head, base);
  const figures = body.filter((block) => block.type === 'figure');
  const shown = figures.find(({ address }) => address !== null && (declared === null || isSame(address, declared)));
  const top = body.findIndex((block) => block.type === 'paragraph');
  const above = figures.find(
    (figure) => figure.address !== null && body.indexOf(figure) < (top === -1 ? body.length : top),
  );
  const figure = shown ?? above;
  if (!declared && !figure) return { picture: null, body };
  const picture = pictureOf(declared ?? figure?.address ?? null, figure);
  const isAbove = figure !== undefined && body.indexOf(figure) < (top === -1 ? body.length : top + 1);
  return { picture, body: isAbove ? body.filter((block) => block !== figure) : body };
}

function pictureOf(address: Safe | null, figure: (Block & { type: 'figure' }) | undefined): Picture {
  const caption = figure ? cleanLine(wordsOf(figure.caption)) : say``;
  return {
    address,
    alt: figure?.alt ?? say``,
    caption: caption === '' ? null : caption,
    credit: figure?.credit ?? null,
  };
}

/** Sites offer one picture in many sizes, by queries, folders or the end of its name. */
function isSame(one: string, other: string): boolean {
  const name = (address: string) =>
    (URL.parse(address)?.pathname.split('/').at(-1) ?? '')
      .replace(/\.\w+$/, '')
      .replace(/[-_]?\d{2,4}x\d{2,4}$|[-_](?:scaled|large|medium|small|thumb)$/i, '');
  return name(one) !== '' && name(one) === name(other);
}

function declaredPicture({ metas, objects }: Head, base: string | null): Safe | null {
  for (const value of metaKeys.flatMap((key) => metas.get(key) ?? [])) {
    const address = absolute(value, base);
    if (address) return address;
  }
  for (const object of objects) {
    if (!/Article|Posting|Report|Recipe|Video/i.test([object['@type']].flat().join(' '))) continue;
    const image = [object['image'] ?? object['thumbnailUrl']].flat()[0];
    const url = isObject(image) ? image['url'] : image;
    const address = typeof url === 'string' ? absolute(url, base) : null;
    if (address) return address;
  }
  return null;
}
