/** What a piece of the screen means. Parts ask for a role, never for a colour. */
export const roles = [
  'text', 'muted', 'title', 'headline', 'unread', 'reading', 'read', 'bookmark', 'backgrounder', 'section',
  'selection', 'bar', 'barKey', 'rule', 'link', 'linkChosen', 'linkRead', 'linkMissing', 'alsoSee', 'heading', 'strong',
  'emphasis', 'quote', 'code', 'codeKeyword', 'codeString', 'codeNumber', 'codeComment', 'codeName', 'added', 'removed',
  'figure', 'table', 'notice', 'problem', 'match', 'matchChosen', 'toast', 'prompt', 'spark',
] as const;

export type Role = (typeof roles)[number];
