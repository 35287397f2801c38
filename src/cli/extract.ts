import { isoOf } from '../pages/html/dates.ts';
import { readPage } from '../pages/html/page.ts';
import { plainText } from '../prose/index.ts';

export function extractJob(bytes: Uint8Array, job: { contentType?: string; url?: string }) {
  const { value } = readPage(bytes, { address: job.url, contentType: job.contentType });
  if (!value) return {};
  const body = value.body.filter((b) => !['figure', 'alsoSee', 'notice'].includes(b.type));
  return { title: value.title, siteName: value.siteName, byline: value.byline, leadImage: value.leadImage, excerpt: value.excerpt, language: value.language, publishedTime: value.times.published && isoOf(value.times.published), text: plainText(body) };
}
