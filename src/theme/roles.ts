/** What a role looks like without any colour. */
export interface Attributes {
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
}

interface Rule {
  /** The role that this one looks like when a theme leaves it out. */
  readonly from?: string;
  /** What sets it apart from that role when there is no colour for it. */
  readonly plain?: Attributes;
}

/**
 * What a piece of the screen means, role by role: parts ask for a role, never for a colour.
 * A role that a theme leaves out looks like the role it is `from`, with its own `plain` attributes on top; the chain
 * ends at `text` or `page`. The same attributes stand in where a terminal has no colour.
 */
const table = {
  // Grounds: what lies behind a row or a panel.
  page: {},
  selection: { plain: { inverse: true } },
  bar: {},
  panel: {},
  toast: { plain: { inverse: true } },
  // Running text and its furniture.
  text: {},
  muted: { from: 'text', plain: { dim: true } },
  title: { from: 'text', plain: { bold: true } },
  heading: { from: 'title' },
  quote: { from: 'text', plain: { italic: true } },
  figure: { from: 'muted' },
  table: { from: 'rule' },
  rule: { from: 'muted' },
  notice: { from: 'text', plain: { italic: true } },
  problem: { from: 'text', plain: { bold: true, inverse: true } },
  // Lists of articles.
  headline: { from: 'text', plain: { bold: true } },
  unread: { from: 'headline' },
  reading: { from: 'text' },
  read: { from: 'muted' },
  bookmark: { from: 'text', plain: { bold: true } },
  backgrounder: { from: 'text', plain: { italic: true } },
  section: { from: 'muted', plain: { bold: true, dim: false } },
  tag: { from: 'muted' },
  // The colours that tags have, so that one is found again at a glance; its name is always there as well.
  tagBlue: { from: 'tag' },
  tagTeal: { from: 'tag' },
  tagGreen: { from: 'tag' },
  tagAmber: { from: 'tag' },
  tagRed: { from: 'tag' },
  tagViolet: { from: 'tag' },
  // Links.
  link: { from: 'text', plain: { underline: true } },
  linkRead: { from: 'link', plain: { dim: true } },
  linkMissing: { from: 'text', plain: { dim: true, italic: true } },
  linkChosen: { from: 'link', plain: { inverse: true } },
  alsoSee: { from: 'link', plain: { underline: false, bold: true } },
  hint: { from: 'text', plain: { bold: true, inverse: true } },
  match: { from: 'text', plain: { bold: true, underline: true } },
  matchChosen: { from: 'match', plain: { inverse: true } },
  // Code.
  code: { from: 'text' },
  codeKeyword: { from: 'code', plain: { bold: true } },
  codeString: { from: 'code' },
  codeNumber: { from: 'code' },
  codeComment: { from: 'code', plain: { italic: true } },
  codeName: { from: 'code' },
  codeType: { from: 'code' },
  added: { from: 'code', plain: { bold: true } },
  removed: { from: 'code', plain: { dim: true } },
  // The edges of the screen.
  tab: { from: 'bar' },
  tabChosen: { from: 'tab', plain: { bold: true, underline: true } },
  barKey: { from: 'bar', plain: { bold: true } },
  panelTitle: { from: 'panel', plain: { bold: true } },
  prompt: { from: 'text', plain: { bold: true } },
  cursor: { from: 'text', plain: { inverse: true } },
  meter: { from: 'text' },
  spark: { from: 'text' },
} as const satisfies Record<string, Rule>;

export type Role = keyof typeof table;

/** Every role, in the order of the table. */
export const roles: readonly Role[] = Object.keys(table) as Role[];

const rules: Readonly<Record<Role, Rule>> = table;

/** Returns the role that this one looks like when a theme leaves it out, or null at the end of the chain. */
export function fallbackOf(role: Role): Role | null {
  const { from } = rules[role];
  return from !== undefined && isRole(from) ? from : null;
}

/** Tells whether there is a role of that name. */
export function isRole(name: string): name is Role {
  return Object.hasOwn(table, name);
}

/** Returns what sets the role apart from the one it falls back on, without colour. */
export function plainOf(role: Role): Attributes {
  return rules[role].plain ?? {};
}
