import { fold } from './fold.ts';

/**
 * How the titles of explainers begin, a row for each language; `…` stands for a name or a few words. What ends with `?` must
 * end the title with a question mark. To teach the reader another form, add it to its row.
 */
const beginnings = {
  en: `what is …? | what are …? | what was …? | who is …? | who are …? | who was …? | why is …? | why are …? | why do …? | why does …? | how does … work |
    how do … work | how did …? | what we know about | what to know about | what you need to know about | everything you need to know about | all you need to know |
    what happens if | what happens next | the history of | a brief history of | a short history of | a guide to | a beginners guide to | understanding |
    explained | explainer | backgrounder | timeline of | a timeline of | key facts about | five things to know | the basics of | an introduction to`,
  es: `que es …? | quien es …? | quienes son …? | por que …? | como funciona | que se sabe de | lo que se sabe de | todo lo que debes saber | las claves de |
    claves para entender | historia de | breve historia de | guia para | cronologia de`,
  fr: `quest ce que | quest ce qu | qui est …? | qui sont …? | pourquoi …? | comment fonctionne | ce que lon sait | ce quil faut savoir | tout comprendre | tout savoir sur |
    comprendre | histoire de | breve histoire de | guide de | chronologie de | decryptage`,
  de: `was ist …? | was sind …? | wer ist …? | wer sind …? | warum …? | wie funktioniert | was wir wissen uber | was man wissen muss | was sie wissen mussen | fragen und antworten |
    die wichtigsten fragen | die geschichte | eine kurze geschichte | chronologie | hintergrund | erklart`,
  it: `che cose …? | cose …? | chi e …? | perche …? | come funziona | cosa sappiamo di | cosa sapere su | tutto quello che | la storia di | breve storia di | guida a | cronologia di`,
  pt: `o que e …? | o que sao …? | quem e …? | por que …? | como funciona | o que se sabe sobre | o que sabemos sobre | tudo o que | entenda | saiba | a historia de | guia para | cronologia de`,
  nl: `wat is …? | wie is …? | wie zijn …? | waarom …? | hoe werkt | wat we weten over | dit moet je weten | alles wat je moet weten | de geschiedenis van | vragen en antwoorden`,
  pl: `co to jest | czym jest | kim jest …? | dlaczego …? | jak dziala | co wiemy o | co warto wiedziec | wszystko co | historia | przewodnik`,
  ru: `что такое | кто такой | кто такая | кто такие | почему …? | зачем …? | как устроен | как работает | что известно о | что нужно знать о | главное о | история | хронология`,
  tr: `nedir | kimdir | neden …? | nasil calisir | hakkinda bilinenler | hakkinda bilmeniz gerekenler | tarihi`,
  id: `apa itu | siapa itu | siapakah | mengapa …? | kenapa …? | bagaimana cara kerja | apa yang kita ketahui | yang perlu diketahui | sejarah | mengenal`,
  sv: `vad ar …? | vem ar …? | varfor …? | hur fungerar | det har vet vi om | fakta om | historien om`,
  ar: `ما هو | ما هي | من هو | من هي | لماذا | كيف يعمل | ماذا نعرف عن | كل ما تريد معرفته | تاريخ | القصة الكاملة`,
  zh: `什么是 | 甚麼是 | 什麼是 | 为什么 | 為什麼 | 一文看懂 | 一文读懂 | 背景 | 解读 | 解讀`,
  ja: `とは何か | なぜ | 解説 | まとめ | わかりやすく`,
  ko: `무엇인가 | 왜 | 해설 | 총정리`,
};

/** Labels that mark an explainer wherever they stand at the beginning or the end, parted by a mark: "Gold, explained". */
const labels = `explained | explainer | an explainer | a primer | primer | q&a | faq | backgrounder | background | factbox | fact box | profile | in depth | timeline | at a glance |
  a guide | 101 | erklart | hintergrund | faktencheck | explicado | claves | cronologia | explique | decryptage | entretien | spiegato | scheda | explainer video | uitgelegd | разбор | справка | досье`;

/** Questions as headings that make a text a list of questions and answers. */
const questions = 3;
const question = /^\s*(?:what|who|why|how|when|where|which|is|are|can|will|do|does)\b.*\?\s*$/i;

/**
 * Whether a text explains rather than tells news, by the form of its title ("What is …?", "… explained", "A brief history of
 * …") in any of the languages, or because it is built of questions as headings. It errs on the side of no.
 */
export function isExplainer(title: string, body: string): boolean {
  forms ??= formsOf();
  if (forms.test(plain(title))) return true;
  const lines = body.split('\n', 400);
  return lines.filter((line) => line.length < 90 && question.test(line)).length >= questions;
}

/** Made when it is first needed: it takes a few milliseconds, which the start of the program can do without. */
let forms: RegExp | undefined;

function formsOf(): RegExp {
  const begin = Object.values(beginnings).flatMap((row) => row.split('|').map(formOf));
  const label = labels.split('|').map((words) => escaped(plain(words)));
  const marks = `(?:${label.join('|')})`;
  return new RegExp(`^(?:${begin.join('|')})|^${marks}\\s*[:|–—-]|[,:|–—(-]\\s*${marks}\\)?$`, 'u');
}

function formOf(row: string): string {
  const form = row.trim();
  const asks = form.endsWith('?');
  const [beginning = '', end] = (asks ? form.slice(0, -1) : form).split('…').map((part) => escaped(plain(part)));
  const unspaced = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(form);
  const border = unspaced ? '' : '(?![\\p{L}\\p{N}])';
  const middle = end ? `.{1,60} ${end}${border}` : '';
  return `${beginning}${border}${middle}${asks ? '.{1,80}[?؟？]' : ''}`;
}

/** Returns a title in small letters, without accents, apostrophes, hyphens, and marks before it. */
function plain(title: string): string {
  const words = title.replace(/['’]/g, '').replace(/(?<=\p{L})[-‐](?=\p{L})/gu, ' ');
  return fold(words.replace(/^[\s¿¡«»„“”"(]+/u, '')).trim();
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
