import { say, type Safe } from '../../text/index.ts';
import { anywhere } from '../matching.ts';
import type { Wordings } from '../wordings.ts';
import type { Head } from './head.ts';
import { paywalls } from './class-words.ts';
import { firstWordsOf, wordsOf, type Part } from './tree.ts';

/** What keeps the text of a page from a reader: money, consent, a program that must run first, or a test for robots. */
export type Wall = 'paywall' | 'cookie wall' | 'script-only' | 'robot check';

/** Fewer words than these on a page are no article, or only the beginning of one. */
const few = { paywall: 250, 'cookie wall': 150, 'script-only': 60, 'robot check': 120 } as const;

const payWords: Wordings = {
  en: `subscribe to continue | subscribe to read | to continue reading | to keep reading | read the full story | read the full article
    subscriber-only | subscribers only | for subscribers | subscriber exclusive | unlock this article | already a subscriber | sign in to read | become a member to read`,
  de: `jetzt weiterlesen | weiterlesen mit | nur für abonnenten | artikel freischalten | exklusiv für abonnenten | sie haben bereits ein abo | mit einem abo`,
  fr: `réservé aux abonnés | réservé à nos abonnés | abonnez-vous pour lire | pour lire la suite | la suite est réservée | déjà abonné`,
  es: `suscríbete para seguir leyendo | exclusivo para suscriptores | solo para suscriptores | contenido exclusivo | ya soy suscriptor`,
  it: `riservato agli abbonati | abbonati per continuare | contenuto riservato | continua a leggere con`,
  pt: `exclusivo para assinantes | assine para continuar | conteúdo exclusivo | já é assinante`,
  nl: `alleen voor abonnees | lees verder met | exclusief voor abonnees`,
  pl: `tylko dla prenumeratorów | dostęp dla prenumeratorów | czytaj dalej z`,
  sv: `endast för prenumeranter | för prenumeranter`,
  ru: `только для подписчиков`,
  ja: `この記事は有料 | 会員限定 | 続きを読むには`,
  zh: `订阅后阅读 | 會員專屬 | 订阅以继续`,
};

const consentWords: Wordings = {
  en: `before you continue | accept all cookies | we value your privacy | we use cookies | manage cookies | cookie consent | your privacy choices`,
  de: `zustimmung erforderlich | mit werbung weiterlesen | cookies akzeptieren | wir verwenden cookies | privatsphäre-einstellungen`,
  fr: `accepter les cookies | nous utilisons des cookies | continuer sans accepter | votre vie privée`,
  es: `aceptar cookies | utilizamos cookies | usamos cookies`,
  it: `accetta i cookie | utilizziamo i cookie | la tua privacy`,
  pt: `aceitar cookies | usamos cookies | utilizamos cookies`,
  nl: `cookies accepteren | wij gebruiken cookies | alle cookies`,
  pl: `akceptuj cookies | używamy plików cookie`,
};

const scriptWords: Wordings = {
  en: `enable javascript | javascript is disabled | javascript is required | requires javascript | need to enable javascript | turn on javascript | without javascript`,
  de: `javascript aktivieren | javascript ist deaktiviert | aktivieren sie javascript | aktiviere javascript | benötigt javascript`,
  fr: `activer javascript | activez javascript | javascript est désactivé`,
  es: `habilite javascript | habilitar javascript | activa javascript | active javascript`,
  it: `abilita javascript | attiva javascript`,
  pt: `habilite o javascript | ative o javascript | ativar o javascript`,
};

const checkWords: Wordings = {
  en: `checking your browser | verify you are human | verify you are a human | are you a robot | not a robot | unusual traffic | just a moment | access denied | complete the captcha | security check`,
};

const signs: readonly (readonly [Wall, RegExp])[] = [
  ['robot check', anywhere(checkWords)],
  ['script-only', anywhere(scriptWords)],
  ['cookie wall', anywhere(consentWords)],
  ['paywall', anywhere(payWords)],
];

/** Returns what stands before the text of a page, or null. `words` is how many words of an article were found on it. */
export function findWall(parts: readonly Part[], head: Head, words: number): Wall | null {
  if (words >= few.paywall) return null;
  const root = parts[0];
  const text = root ? wordsOf(root).slice(0, 50_000) : '';
  const aside = parts
    .filter(({ tag }) => tag === 'noscript')
    .slice(0, 20)
    .map((part) => part.children.filter((child) => typeof child === 'string').join(' ') + wordsIn(part));
  const isPaid = head.objects.some((object) => /^false$/i.test(String(object['isAccessibleForFree'])));
  if (isPaid || parts.some(paywalls)) return 'paywall';
  for (const [wall, sign] of signs) {
    const told = wall === 'script-only' ? [text, ...aside].join(' ') : `${head.title} ${text}`;
    if (words < few[wall] && sign.test(told)) return wall;
  }
  return words < 20 && isShell(parts) ? 'script-only' : null;
}

function wordsIn(part: Part): string {
  return part.children.map((child) => (typeof child === 'string' ? '' : firstWordsOf(child, 500))).join(' ');
}

/** Returns whether the page is scripts around an empty element, which they would fill. */
function isShell(parts: readonly Part[]): boolean {
  return (
    parts.some((part) => /^(?:root|app|main|__next|__nuxt)$/.test(part.attributes.get('id') ?? '')) &&
    parts.some(({ tag }) => tag === 'script')
  );
}

const sentences: Readonly<Record<Wall, Safe>> = {
  paywall: say`The publisher shows only the beginning to those who do not subscribe; the browser may show more.`,
  'cookie wall': say`The page asks for consent before it shows its text; open it in the browser to answer.`,
  'script-only': say`The page has no text of its own: a program would have to run to show it. Open it in the browser.`,
  'robot check': say`The site asks whether you are a robot; open it in the browser to answer.`,
};

/** Returns what a reader is told of the wall. */
export function describeWall(wall: Wall): Safe {
  return sentences[wall];
}
