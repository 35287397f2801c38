import type { Block, Picture, Prose } from '../../news/index.ts';
import { wordsOf } from '../../prose/index.ts';
import { cleanLine, say, type Safe } from '../../text/index.ts';
import { absolute } from './addresses.ts';
import { readBlocks } from './blocks.ts';
import { figureParts } from './figures.ts';
import { isObject, type Head } from './head.ts';
import { pictureAddress } from './pictures.ts';
import type { Part } from './tree.ts';

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

/**
 * Returns the picture that the page gives as its own, with the caption of the figure that shows it, in the text or above it;
 * else that of the first figure. What is shown as the lead is not in the text again.
 */
export function readLead(head: Head, body: Prose, parts: readonly Part[], base: string | null): Lead {
  const declared = declaredPicture(head, base);
  const figures = body.filter((block) => block.type === 'figure').filter(({ address }) => address !== null);
  const inBody = declared === null ? figures[0] : figures.find(({ address }) => isSame(address!, declared));
  const figure = inBody ?? (declared === null ? undefined : figureOnPage(declared, parts, base));
  const address = declared ?? figure?.address ?? null;
  if (address === null) return { picture: null, body };
  return { picture: pictureOf(address, figure), body: body.filter((block) => block !== inBody) };
}

function figureOnPage(address: Safe, parts: readonly Part[], base: string | null): Figure | undefined {
  const shown = parts.find((part) => {
    if (part.tag !== 'figure' && part.tag !== 'div') return false;
    const own = figureParts(part)?.image;
    const other = own && pictureAddress(own, base);
    return other ? isSame(other, address) : false;
  });
  return shown && readBlocks([shown], base).body.find((block) => block.type === 'figure');
}

type Figure = Block & { type: 'figure' };

function pictureOf(address: Safe | null, figure: Figure | undefined): Picture {
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
