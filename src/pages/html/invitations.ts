import { anywhere, leading } from '../matching.ts';
import type { Wordings } from '../wordings.ts';

/** How sentences begin that ask a reader for something: to subscribe, to follow, to write. */
const beginnings: Wordings = {
  en: `subscribe | sign up | follow us | follow the | follow him | follow her | follow me | like us | like this | join us | join our
    get the latest | get our | get breaking | download the | click here | for more | more on | have a tip | have a tip? | contact | email | e-mail
    share your | support our | support us | donate`,
  de: `abonnieren | abonniere | folge | folgen sie | jetzt | hier klicken | hier geht | mehr zum | mehr infos | weitere`,
  es: `síguenos | síganos | suscríbete | suscríbase | únete`,
  fr: `abonnez-vous | suivez | suivez-nous | retrouvez | inscrivez-vous`,
  it: `seguici | segui | iscriviti | abbonati`,
  pt: `inscreva-se | assine | siga | siga-nos`,
  nl: `volg ons | abonneer | schrijf je in`,
  pl: `zapisz się | obserwuj | śledź nas`,
  sv: `följ oss | prenumerera`,
  tr: `bizi takip | abone ol`,
  ru: `подписывайтесь | подпишитесь | читайте нас`,
};

/** Words that only such sentences have. */
const words: Wordings = {
  en: 'our newsletter | newsletters | newsletter | all rights reserved | subject to copyright',
  es: 'canal de telegram | canal de whatsapp | canal de youtube',
};

/** Longest sentence that is taken for one, in characters. */
const longest = 300;
const afterBeginning = leading(beginnings);
const has = anywhere(words);

/** Returns whether a line at the end of an article asks the reader for something. */
export function isInvitation(line: string): boolean {
  return line.length <= longest && (afterBeginning(line) !== null || has.test(line));
}
