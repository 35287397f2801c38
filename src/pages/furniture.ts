import type { Wordings } from './wordings.ts';

/** Words before a list of tags. */
export const tagWords: Wordings = {
  en: `tags | tag | tagged | topics | filed under | keywords`,
  es: `etiquetas | temas`,
  fr: `mots-clés | étiquettes | sujets`,
  de: `schlagwörter | schlagworte | themen`,
  it: `etichette | argomenti`,
  pt: `marcadores | tópicos`,
  nl: `trefwoorden | onderwerpen`,
  pl: `tagi`,
  ru: `теги | темы`,
  tr: `etiketler`,
  id: `topik | kata kunci`,
  sv: `taggar | ämnen`,
  zh: `标签 | 標籤`,
  ja: `タグ`,
  ko: `태그`,
};

/** Buttons, menus and notices: lines of the site that say nothing of the article. */
export const furniture: Wordings = {
  en: `share | share this | share this article | share this story | share on | tweet | facebook | twitter | x | whatsapp | linkedin
    telegram | reddit | instagram | pinterest | email | print | copy link | save | listen | listen to this article | like this | loading
    subscribe | subscribe now | sign up | sign in | log in | register | newsletter | advertisement | sponsored | breaking | live
    home | menu | search | close | skip to content | skip to main content | toggle navigation | back to top | scroll to top
    comments | no comments | leave a comment | leave a reply | add comment | post comment | follow us | follow us on | join us
    previous | next | previous article | next article | previous post | next post | view all | see all | load more
    about | about us | contact | contact us | privacy policy | terms of use | terms of service | cookie policy | accept | accept all`,
  es: `compartir | suscríbete | suscribirse | publicidad | inicio | menú | comentarios | imprimir | buscar | síguenos | iniciar sesión | deja un comentario`,
  fr: `partager | s'abonner | s’abonner | abonnez-vous | publicité | accueil | commentaires | imprimer | rechercher | suivez-nous
    se connecter | laisser un commentaire`,
  de: `teilen | abonnieren | anzeige | werbung | startseite | menü | kommentare | drucken | suche | folgen sie uns | anmelden
    newsletter abonnieren | schreiben sie einen kommentar`,
  it: `condividi | abbonati | pubblicità | commenti | stampa | cerca | seguici | accedi | lascia un commento`,
  pt: `compartilhar | compartilhe | partilhar | assine | publicidade | início | comentários | buscar | siga-nos | entrar | deixe um comentário`,
  nl: `delen | deel dit artikel | abonneren | advertentie | reacties | afdrukken | zoeken | volg ons | inloggen`,
  pl: `udostępnij | subskrybuj | reklama | strona główna | komentarze | drukuj | szukaj | zaloguj`,
  ru: `поделиться | подписаться | реклама | главная | меню | комментарии | печать | поиск | войти`,
  tr: `paylaş | abone ol | reklam | ana sayfa | menü | yorumlar | yazdır | ara | giriş yap | yorum yap`,
  id: `bagikan | berlangganan | iklan | beranda | komentar | cetak | cari | ikuti kami | masuk`,
  sv: `dela | prenumerera | annons | hem | meny | kommentarer | skriv ut | sök | följ oss | logga in`,
  ar: `مشاركة | شارك | اشترك | إعلان | الرئيسية | تعليقات | طباعة`,
  zh: `分享 | 订阅 | 广告 | 首页 | 评论 | 打印 | 搜索 | 登录`,
  ja: `シェア | 共有 | 購読 | 広告 | ホーム | コメント | 印刷 | 検索 | ログイン`,
  ko: `공유 | 구독 | 광고 | 홈 | 댓글 | 인쇄 | 검색 | 로그인`,
};

/** Words of a site's last line. */
export const rightsWords: Wordings = {
  en: 'all rights reserved',
  es: 'todos los derechos reservados',
  fr: 'tous droits réservés',
  de: 'alle rechte vorbehalten',
  it: 'tutti i diritti riservati',
  pt: 'todos os direitos reservados',
  nl: 'alle rechten voorbehouden',
  pl: 'wszelkie prawa zastrzeżone',
  ru: 'все права защищены',
  tr: 'tüm hakları saklıdır',
  id: 'hak cipta dilindungi',
  sv: 'alla rättigheter förbehållna',
  zh: '版权所有',
  ja: '無断転載を禁じます',
  ko: '무단전재 및 재배포 금지',
};
