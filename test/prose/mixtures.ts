/** A source of chance that gives the same for the same seed. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * sides);
  };
}

const words: Readonly<Record<string, readonly string[]>> = {
  latin: [
    'the',
    'Islamabad',
    'trade-and-defence',
    '“frank”',
    'naïve',
    'it’s',
    '2024–25',
    '—',
    'Donaudampfschifffahrtsgesellschaft',
    'a',
    '(so',
    'called)',
    'co\u00adop\u00ader\u00ada\u00adtion',
    '5\u00a0km',
    '« oui »',
    'vrai !',
  ],
  chinese: ['中文排版，', '「引号」', '不能（出现）在行首。', '他说：“你好！”', '——', '……', '２０２１年'],
  japanese: ['句読点や小さい', 'ゃゅょっ', 'オリンピックー', '『本』、'],
  korean: ['한국어는', '띄어쓰기에서', '외교부가'],
  arabic: ['اتفقت', 'باكستان', 'سَلَامٌ', 'والتكنولوجية،'],
  hebrew: ['שלום', 'עוֹלָם'],
  hindi: ['पाकिस्तान', 'और', 'प्रौद्योगिकी'],
  thai: ['ภาษาไทยไม่มีช่องว่าง', 'จึงต้องตัดคำ'],
  emoji: ['👨‍👩‍👧', '🇵🇰🇷🇼', '👍🏽', '☕️', '1️⃣', '🏴‍☠️', '❤️‍🔥'],
  combining: ['cafe\u0301', 'Z\u0351\u036b\u0343a\u0300lgo', 'ｶﾞｷﾞ', 'か\u3099', '\u1112\u1161\u11ab\u1100\u1100\u1100'],
  address: [
    'https://example.com/a/very/long/path/that/goes/on?query=value&other=thing-with-dash#end',
    'www.example.org/中文/路径',
    'someone@example.org',
  ],
};

/** Returns a paragraph of words in one or several scripts, some of them strong, in code or linked. */
function mixture(roll: (sides: number) => number): string {
  const scripts = Object.keys(words);
  const chosen = Array.from({ length: 1 + roll(3) }, () => words[scripts[roll(scripts.length)]!]!);
  const parts = Array.from({ length: 1 + roll(60) }, () => {
    const script = chosen[roll(chosen.length)]!;
    return styled(script[roll(script.length)]!, roll(12));
  });
  return parts.reduce((text, part) => text + (roll(6) === 0 ? '' : ' ') + part);
}

function styled(word: string, style: number): string {
  if (style === 0) return ` **${word}** `;
  if (style === 1) return ` [${word}](x.md) `;
  return style === 2 ? ` <code>${word}</code> ` : word;
}

/** Returns a document of such paragraphs in every kind of block. */
export function document(roll: (sides: number) => number): string {
  const text = (): string => mixture(roll);
  const cell = (): string =>
    mixture(roll)
      .slice(0, 60)
      .toWellFormed()
      .replaceAll(/[|<*[\]`]/g, '');
  return [
    `# ${text()}`,
    text(),
    `- ${text()}\n- ${text()}\n  1. ${text()}\n     > ${text()}`,
    `> ${text()}\n>\n> - [x] ${text()}`,
    `Also see: [${text().replaceAll(/[[\]*]|\(x\.md\)/g, '')}](y.md)`,
    `![${cell()}](p.jpg "${cell().replaceAll(/["\\]/g, '')}")`,
    `| ${cell()} | ${cell()} |\n|---|--:|\n| ${cell()} | ${cell()} |`,
    `${text()}[^n]\n\n[^n]: ${text()}`,
  ].join('\n\n');
}
