import type { Wordings } from './wordings.ts';

/** Words before an author's name. */
export const bylines: Wordings = {
  en: `by | written by | reported by | reporting by | posted by | author | words by | story by`,
  es: `por | escrito por | redactado por | autor | autora`,
  fr: `par | écrit par | rédigé par | auteur`,
  de: `von | geschrieben von | autor | autorin`,
  it: `di | a cura di | scritto da | autore`,
  pt: `por | escrito por | autor | autora`,
  nl: `door | geschreven door | auteur`,
  pl: `autor | autorka`,
  ru: `автор | автор текста`,
  tr: `yazan | yazar`,
  id: `oleh | ditulis oleh | penulis`,
  sv: `av | skriven av`,
  ar: `بقلم | الكاتب`,
  zh: `作者 | 记者 | 記者 | 撰文`,
  ja: `文 | 著者 | 執筆者`,
  ko: `글 | 글쓴이`,
};

/** What a newsroom signs with; also the last word of a longer name, as in "World Desk". */
export const desks: Wordings = {
  en: `desk | newsroom | bureau | editorial team | editorial board | news team`,
  es: `redacción | la redacción`,
  fr: `rédaction | la rédaction`,
  de: `redaktion | die redaktion | onlineredaktion`,
  it: `redazione | la redazione`,
  pt: `redação | da redação`,
  nl: `redactie | de redactie | onze redactie`,
  pl: `redakcja`,
  ru: `редакция`,
  tr: `haber merkezi | dış haberler servisi`,
  id: `redaksi | tim redaksi`,
  sv: `redaktionen`,
  zh: `编辑部`,
  ja: `編集部`,
  ko: `편집부 | 온라인뉴스팀`,
};

/** Signatures of nobody by name. */
export const unnamedAuthors: Wordings = {
  en: `staff | staff writer | staff report | staff reporter | our correspondent | agencies`,
  es: `agencias`,
  fr: `avec agences`,
  de: `agenturen`,
  zh: `本报记者`,
};

/** Headings over the note on an author. */
export const aboutAuthors: Wordings = {
  en: `about the author | about the authors | about the writer | about the editor | the author`,
  es: `sobre el autor | sobre la autora | acerca del autor`,
  fr: `à propos de l'auteur | à propos de l’auteur | l'auteur | l’auteur`,
  de: `über den autor | über die autorin | zum autor | zur autorin | zur person`,
  it: `informazioni sull'autore | informazioni sull’autore | l'autore | l’autore`,
  pt: `sobre o autor | sobre a autora`,
  nl: `over de auteur`,
  pl: `o autorze | o autorce`,
  ru: `об авторе`,
  tr: `yazar hakkında`,
  id: `tentang penulis`,
  sv: `om författaren | om skribenten`,
  zh: `作者简介 | 关于作者`,
  ja: `著者について | 著者プロフィール`,
  ko: `저자 소개`,
};

/** Words before the date of publication. */
export const publishedWords: Wordings = {
  en: `published | published on | published at | posted | posted on | first published | publication date | date`,
  es: `publicado | publicado el | publicada el | fecha`,
  fr: `publié | publié le | paru le | mis en ligne le | date`,
  de: `veröffentlicht | veröffentlicht am | erschienen am | stand | datum`,
  it: `pubblicato | pubblicato il | data`,
  pt: `publicado | publicado em | data`,
  nl: `gepubliceerd | gepubliceerd op | geplaatst op | datum`,
  pl: `opublikowano | data publikacji`,
  ru: `опубликовано | дата публикации | дата`,
  tr: `yayınlanma | yayın tarihi | yayınlanma tarihi | tarih`,
  id: `diterbitkan | dipublikasikan | terbit | tanggal`,
  sv: `publicerad | publicerat | publicerad den`,
  zh: `发布时间 | 发布日期 | 發布時間 | 日期`,
  ja: `公開日 | 掲載日 | 投稿日`,
  ko: `입력 | 게시일 | 등록`,
};

/** Words before the date of the last change. */
export const updatedWords: Wordings = {
  en: `updated | updated on | last updated | last updated on | last modified | modified`,
  es: `actualizado | actualizado el | última actualización`,
  fr: `mis à jour | mis à jour le | modifié le`,
  de: `aktualisiert | aktualisiert am | zuletzt aktualisiert`,
  it: `aggiornato | aggiornato il | ultimo aggiornamento`,
  pt: `atualizado | atualizado em`,
  nl: `bijgewerkt | bijgewerkt op | laatst bijgewerkt`,
  pl: `aktualizacja | zaktualizowano`,
  ru: `обновлено | изменено`,
  tr: `güncelleme | güncellenme | son güncelleme`,
  id: `diperbarui | terakhir diperbarui`,
  sv: `uppdaterad | uppdaterat`,
  zh: `更新时间 | 更新`,
  ja: `更新日 | 最終更新`,
  ko: `수정 | 최종수정`,
};
