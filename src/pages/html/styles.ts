import type { Style } from '../../prose/index.ts';

/** Elements that are shown as a style. */
export const styles: Readonly<Record<string, Style>> = {
  b: { strong: true },
  strong: { strong: true },
  mark: { strong: true },
  i: { emphasis: true },
  em: { emphasis: true },
  cite: { emphasis: true },
  dfn: { emphasis: true },
  var: { emphasis: true },
  del: { struck: true },
  s: { struck: true },
  strike: { struck: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
};
