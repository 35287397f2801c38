import { fold } from './fold.ts';

/**
 * Words that say nothing of a subject, a row for each language, without accents. English has also the words of news itself
 * ("said", "reported", days and months). To teach the reader another language, add a row.
 */
const rows = {
  en: `a about above after again against all almost along already also although always am among an and another any anyone anything are
    around as at away back be became because become been before being below between both but by came can cannot could did do does
    doing done down during each either else ever every few for from further get go goes going gone got had has have having he her here
    hers herself him himself his how however i if in into is isnt it its itself just last least less like likely made make makes many may me
    might more most much must my myself near need neither never new next no nor not nothing now of off often on once one only or
    other others our ours ourselves out over own per perhaps put quite rather really same see seen several shall she should since so some
    someone something still such take than that the their theirs them themselves then there these they this those though through
    thus to today together too toward towards tomorrow two under until up upon us use used very via was we well went were what when where whether
    which while who whom whose why will with within without would yes yesterday yet you your yours yourself im ive dont doesnt didnt
    cant wont wasnt werent havent hasnt thats theyre youre weve lets
    said says say saying told tell according report reports reported reporting reportedly announced announces added adding news
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
    first second three including included time year years day days week weeks month months`,
  es: `a al algo algunos ante antes aqui asi aun aunque bajo bien cada casi como con contra cual cuando de del desde donde dos durante e el ella
    ellas ellos en entre era eran es esa esas ese eso esos esta estaba estado estan estas este esto estos fue fueron ha habia han hasta
    hay la las le les lo los mas me mi mientras muy nada ni no nos o otra otras otro otros para pero poco por porque que quien se sea segun
    ser si sido sin sobre son su sus tambien tanto te tiene tienen todo todos tras tu un una uno unos y ya dijo`,
  fr: `a afin ai ainsi alors apres au aucun aussi autre autres aux avait avant avec avoir c ce cela ces cet cette ceux chez comme contre
    d dans de des depuis deux donc dont du elle elles en encore entre est et etaient etait ete etre eux fait faire font il ils j je l la le les leur
    leurs lors lui m ma mais me meme mes moins n ne ni non nos notre nous on ont ou par parce pas pendant peu peut plus pour pres qu quand que
    quel quelle qui s sa sans se selon ses si son sont sous sur t ta tandis tous tout toute toutes tres tu un une vers vos votre vous y`,
  de: `aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bereits bis da dabei dafur damit dann das dass
    daruber davon dazu dem den denn der des deren dessen die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines er
    erst es etwa euch fur gegen gegenuber hat hatte hatten haben hier ich ihm ihn ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden
    jeder jedes jedoch jetzt kann kein keine keinen konnen konnte laut man mehr mit muss nach nachdem nicht noch nun nur ob oder ohne schon sehr sei
    seien sein seine seinem seinen seiner seit sich sie sind so sollen sollte sowie uber um und uns unter vom von vor war waren warum was weil weiter
    welche wenn werden wie wieder will wir wird wo worden wurde wurden zu zum zur zwei zwischen sagte`,
  it: `a ad agli ai al alla alle allo anche ancora avere aveva c che chi ci cio come con contro cosi cui d da dagli dai dal dalla dalle dei degli
    del della delle dello di dopo dove due e ed era erano essere fa fino fra gia gli ha hanno ho i il in invece io l la le lei li lo loro lui ma
    mentre mi molto ne nei nel nella nelle negli nello noi non nostro o ogni ora per perche pero piu poi prima proprio puo quale quando quanto
    quella quelle quelli quello questa queste questi questo qui se secondo sempre senza si sia sono sta stata stati stato su sua sue sugli sui sul sulla
    suo suoi tra tutti tutto un una uno verso vi`,
  pt: `a ao aos apos as ate cada com como contra da das de dela dele deles depois desde do dois dos durante e ela elas ele eles em entre era
    eram essa esse esta estao estava este foi foram ha isso isto ja la lhe mais mas me mesmo muito na nao nas nem no nos nossa nosso num numa o os
    ou outra outras outro outros para pela pelas pelo pelos por porque qual quando que quem se segundo sem ser seu seus sobre sua suas tambem tem
    tinha todo todos um uma umas uns disse`,
  nl: `aan al alle alleen als andere bij daar dan dat de deze die dit door dus echter een eens en er had hadden haar heb hebben heeft hem
    het hier hij hoe hun ik in is ja je kan kon kunnen maar meer men met mijn moet na naar niet nog nu of om omdat onder ons ook op over
    sinds te tegen tijdens toch toen tot tussen twee uit u uw van vanuit veel verder volgens voor waar waren was wat we wel werd werden wie wij
    wil worden wordt zal ze zegt zei zich zij zijn zo zoals zonder zou`,
  pl: `a aby albo ale bardzo bez bo by byc byl byla bylo byly co czy dla do dwa gdy gdzie go i ich ile im innych ja jak jako je jednak jego jej
    jest jeszcze jesli juz kiedy ktora ktore ktorego ktorej ktory ktorych ktorym ktorzy lub ma maja mial mnie moze na nad nam nas nawet nic nich nie
    niz o od ona one oni oraz po pod podczas ponad poniewaz przed przez przy sa sie sobie swoje swoj ta tak takze tam te tego tej ten to tu tych
    tylko tym u w we wedlug wiele z za ze zostal zostala`,
  ru: `а без более больше был была были было быть в вам вас во вот все всего всех вы где да два для до его ее если есть еще же за здесь и из или
    им их к как когда которая которого которое которой которые который которых кто ли между меня мне много можно мы на над надо нам нас не него
    нее нет ни них но ну о об один он она они оно от очень перед по под после потом потому при про раз с сам свои своей своего себя со сейчас
    так также такой там те тем того тоже той только том ты у уже хотя чем через что чтобы эта эти это этого этой этом этот я сообщил сообщила`,
  tr: `ama ancak ayrica az bazi belki ben bile bir biri birkac biz bu buna bunda bundan bunu bunun cok cunku da daha de defa degil diger diye
    dolayi en eger gibi gore hem hep her hic icin ile ilgili ise iki kadar karsi kendi ki kim mi mu nasil ne neden nerede o olan olarak oldu
    oldugu olmak olsa on ona onlar onlari onu onun once oyle pek sadece sanki sey siz son sonra su tarafindan tum tur uzere var ve veya ya yani
    yapilan yeni yer yok zaman dedi`,
  id: `ada adalah agar akan aku anda antara apa atas atau bagi bahwa banyak baru beberapa belum bisa bukan dalam dan dapat dari dengan di dia
    hal hanya harus hingga ia ini itu jadi jika juga kami karena kata ke kepada kini kita lagi lain lebih maka masih mereka namun oleh pada
    para pun saat saja sampai sangat saya sebagai sebelum sedang sehingga sejak sekarang selama seperti serta setelah sudah tahun tak telah
    tentang terhadap tersebut tetapi tidak untuk yang`,
  sv: `all alla allt an andra att av bara bland blev bli blir da de dem den denna deras dess det detta dig din dit du dar efter eller en enligt er
    ett fick for fran fram ha hade han hans har hela hennes hon honom hur har i icke in inte in jag kan kom kommer kunde man manga med mellan men
    mer mig min mot mycket nagon nagot nar ni nu och ocksa om oss pa sa sade sager samma sedan sig sin sina sitt ska skulle som till tva under
    upp ut utan vad var vara varit vi vid vilka vill`,
  ar: `ان او اي اذا الا التي الذي الذين الى اما امس اول ايضا بان بعد بعض بل بين به بها تم ثم حتى حول حيث خلال دون ذلك سوف عام على عليه عليها عن عند غير
    في فيه فيها قال قالت قبل قد كان كانت كل كما لا لان لكن له لها لم لن ليس ما مع من منذ منه منها نحو هذا هذه هناك هو هي و وفي وقال ومن يتم يكون يوم`,
};

/** A language of the table, as the bit that its words are marked with. */
export type Language = number;

/** English: the language whose words are stemmed by Porter's rules, and the guess when nothing tells. */
export const english: Language = 1;

/** For each stop word the languages it is one in, a bit a language. */
const marks = new Map<string, number>();
for (const [bit, row] of Object.values(rows).entries())
  for (const word of row.split(/\s+/).map(fold)) marks.set(word, (marks.get(word) ?? 0) | (1 << bit));

/** Words that the language of a text is judged by. */
const enough = 200;

/**
 * Returns the language with the most stop words in the text, of those in the table; English when none stands out. That counts
 * of common words tell languages apart is an old observation (Grefenstette, "Comparing two language identification
 * schemes", JADT 1995); a headline alone may be judged wrongly, which costs it only its stem.
 */
export function languageOf(folded: readonly string[]): Language {
  const votes = Object.keys(rows).map(() => 0);
  for (const word of folded.slice(0, enough)) {
    const mark = marks.get(word) ?? 0;
    for (let bit = 0; mark >> bit > 0; bit++) if ((mark >> bit) & 1) votes[bit]!++;
  }
  const most = votes.reduce((best, count, bit) => (count > votes[best]! ? bit : best), 0);
  return 1 << most;
}

/** Whether the folded word says nothing of a subject in this language. */
export function isStopWord(folded: string, language: Language): boolean {
  return ((marks.get(folded) ?? 0) & language) !== 0;
}
