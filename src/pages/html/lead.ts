import { cleanLine, type Safe } from '../../text/index.ts';
import type { Picture } from '../../news/index.ts';
import { absolute } from './addresses.ts';
import { isObject, type Head } from './head.ts';

const metaKeys = ['og:image', 'og:image:secure_url', 'og:image:url', 'twitter:image', 'twitter:image:src', 'image', 'thumbnailurl', 'thumbnail', 'parsely-image-url', 'sailthru.image.full'];

/** Returns where the picture can be got that the page gives as its own, or null. */
export function readLead({ metas, objects }: Head, base: string | null): Safe | null {
  for (const key of metaKeys) {
    for (const value of metas.get(key) ?? []) {
      const address = absolute(value, base);
      if (address) return address;
    }
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

export type { Picture };
export { cleanLine };
