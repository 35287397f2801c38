import { join } from 'node:path';

/** The folder of the checkout. Tools that run from `dist/workshop` and from `src/workshop` are equally deep in it. */
export const root = join(import.meta.dirname, '../..');
