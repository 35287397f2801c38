import { openWeb } from './schema-open-web.ts';
import { stories } from './schema-stories.ts';
import { search } from './schema-search.ts';
import { multitudes } from './schema-multitudes.ts';

/** Marks a SQLite file as a library of ours ("Also" in ASCII). */
export const applicationId = 0x416c736f;

/**
 * The steps from an empty file to today's schema. A library remembers how many it has taken. Add at the end; never change a
 * step that has been released.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE sources (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    location TEXT NOT NULL UNIQUE,
    kept INTEGER NOT NULL
  ) STRICT;

  -- What lists are ordered and chosen by. Narrow, so that walking over it and marking all of it touch few pages.
  CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES sources (key),
    path TEXT,
    kind INTEGER NOT NULL,
    published INTEGER,
    words INTEGER NOT NULL,
    title_key TEXT NOT NULL,
    publisher_key TEXT NOT NULL,
    -- Copies of the status, kept equal by triggers, so that lists can be walked by them.
    read INTEGER NOT NULL DEFAULT 0,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    read_at INTEGER,
    -- Each order is ascending by these; what has no date comes last.
    newest INTEGER AS (ifnull(-published, 9000000000000000)) VIRTUAL,
    oldest INTEGER AS (ifnull(published, 9000000000000000)) VIRTUAL,
    recent INTEGER AS (ifnull(-read_at, 9000000000000000)) VIRTUAL,
    -- The rowid in the full-text index: it grows with the date, so the newest matches are met first, without sorting.
    search_row INTEGER AS ((max(0, min(ifnull(published, 0) / 1000, 60000000000)) << 26) | key) VIRTUAL
  ) STRICT;
  CREATE INDEX articles_newest ON articles (newest, title_key);
  CREATE INDEX articles_oldest ON articles (oldest, title_key);
  CREATE INDEX articles_title ON articles (title_key);
  CREATE INDEX articles_words ON articles (words);
  CREATE INDEX articles_publisher ON articles (publisher_key, newest);
  CREATE INDEX articles_recent ON articles (recent);
  CREATE INDEX articles_source ON articles (source, newest, title_key);
  CREATE INDEX articles_unread ON articles (newest, title_key) WHERE read < 2;
  CREATE INDEX articles_reading ON articles (recent) WHERE read = 1;
  CREATE INDEX articles_bookmarked ON articles (newest, title_key) WHERE bookmarked = 1;
  CREATE INDEX articles_backgrounders ON articles (newest, title_key) WHERE kind = 1;
  CREATE INDEX articles_path ON articles (source, path) WHERE path IS NOT NULL;

  -- What a row of a list shows, read for the few rows that are on the screen.
  CREATE TABLE headlines (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    title TEXT NOT NULL,
    summary TEXT,
    byline TEXT,
    publisher TEXT,
    tags TEXT NOT NULL,
    also_see INTEGER NOT NULL,
    background INTEGER NOT NULL,
    declared TEXT,
    fingerprint TEXT NOT NULL,
    filed INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX headlines_fingerprint ON headlines (fingerprint);

  -- What the filter of a list looks through: publisher, title, summary and tags without case and accents, the publisher on
  -- the first line; and the reader's own tags. Every letter typed reads the whole table, so it holds nothing else.
  CREATE TABLE filters (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    folded TEXT NOT NULL,
    own_tags TEXT NOT NULL DEFAULT ''
  ) STRICT;

  CREATE TABLE bodies (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    prose TEXT NOT NULL,
    details TEXT NOT NULL
  ) STRICT;

  -- The index keeps no text of its own: snippets are cut from the body, which is stored once.
  CREATE VIRTUAL TABLE search USING fts5 (
    title, summary, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  );

  CREATE TABLE files (
    source INTEGER NOT NULL REFERENCES sources (key) ON DELETE CASCADE,
    path TEXT NOT NULL,
    modified REAL NOT NULL,
    size INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (source, path)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX files_article ON files (article);

  -- Ids that were given to articles which are gone: when one returns, it is known again.
  CREATE TABLE departed (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    path TEXT,
    declared TEXT,
    address_key TEXT,
    fingerprint TEXT NOT NULL,
    title_key TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX departed_path ON departed (source, path);
  CREATE INDEX departed_address ON departed (address_key) WHERE address_key IS NOT NULL;
  CREATE INDEX departed_fingerprint ON departed (fingerprint);

  CREATE TABLE links (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    relation TEXT NOT NULL,
    text TEXT NOT NULL,
    address TEXT,
    target INTEGER REFERENCES articles (key) ON DELETE SET NULL,
    PRIMARY KEY (article, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX links_target ON links (target) WHERE target IS NOT NULL;

  -- A link leads to the article that bears a name it wants. Both sides are found by the name, so a link can wait for years.
  CREATE TABLE names (
    name TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (name, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX names_article ON names (article);
  CREATE TABLE wants (
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (article, ordinal, rank),
    FOREIGN KEY (article, ordinal) REFERENCES links (article, ordinal) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX wants_name ON wants (name);

  CREATE TABLE tags (
    tag_key TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    -- 0 when the author gave it, 1 when only the reader did.
    own INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (tag_key, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tags_article ON tags (article);

  -- By the id in words and without a reference: a status outlives its article.
  CREATE TABLE statuses (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL UNIQUE,
    read INTEGER NOT NULL DEFAULT 0,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    block INTEGER,
    "offset" INTEGER,
    progress REAL NOT NULL DEFAULT 0,
    tags TEXT NOT NULL DEFAULT '[]',
    read_at INTEGER,
    bookmarked_at INTEGER
  ) STRICT;

  -- What was marked, and how each article was before: for undo, and as the history of what the reader did.
  CREATE TABLE changes (
    change INTEGER PRIMARY KEY AUTOINCREMENT,
    program TEXT NOT NULL,
    at INTEGER NOT NULL,
    mark TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX changes_program ON changes (program, undone, change);
  CREATE TABLE befores (
    row INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES changes (change) ON DELETE CASCADE,
    article TEXT NOT NULL,
    read INTEGER NOT NULL,
    bookmarked INTEGER NOT NULL,
    bookmarked_at INTEGER,
    tags TEXT NOT NULL,
    block INTEGER,
    "offset" INTEGER,
    progress REAL NOT NULL
  ) STRICT;
  CREATE INDEX befores_change ON befores (change);

  CREATE TABLE problems (
    row INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (key) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
  CREATE INDEX problems_source ON problems (source);

  CREATE TABLE session (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- How many articles there are of each sort, so that no count ever walks over them.
  CREATE TABLE tally (
    source INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    read INTEGER NOT NULL,
    bookmarked INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (source, kind, read, bookmarked, opened)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER tally_added AFTER INSERT ON articles BEGIN
    INSERT INTO tally VALUES (NEW.source, NEW.kind, NEW.read, NEW.bookmarked, NEW.read_at IS NOT NULL, 1)
      ON CONFLICT DO UPDATE SET articles = articles + 1;
  END;
  CREATE TRIGGER tally_removed AFTER DELETE ON articles BEGIN
    INSERT INTO tally VALUES (OLD.source, OLD.kind, OLD.read, OLD.bookmarked, OLD.read_at IS NOT NULL, -1)
      ON CONFLICT DO UPDATE SET articles = articles - 1;
  END;
  CREATE TRIGGER tally_moved AFTER UPDATE OF source, kind, read, bookmarked, read_at ON articles BEGIN
    INSERT INTO tally VALUES (OLD.source, OLD.kind, OLD.read, OLD.bookmarked, OLD.read_at IS NOT NULL, -1)
      ON CONFLICT DO UPDATE SET articles = articles - 1;
    INSERT INTO tally VALUES (NEW.source, NEW.kind, NEW.read, NEW.bookmarked, NEW.read_at IS NOT NULL, 1)
      ON CONFLICT DO UPDATE SET articles = articles + 1;
  END;

  CREATE TRIGGER status_added AFTER INSERT ON statuses
    WHEN NEW.read != 0 OR NEW.bookmarked != 0 OR NEW.read_at IS NOT NULL BEGIN
    UPDATE articles SET read = NEW.read, bookmarked = NEW.bookmarked, read_at = NEW.read_at WHERE id = NEW.article;
  END;
  -- One trigger for each, since an update rewrites every index on a column that it names.
  CREATE TRIGGER status_read AFTER UPDATE OF read ON statuses WHEN NEW.read != OLD.read BEGIN
    UPDATE articles SET read = NEW.read WHERE id = NEW.article;
  END;
  CREATE TRIGGER status_bookmarked AFTER UPDATE OF bookmarked ON statuses WHEN NEW.bookmarked != OLD.bookmarked BEGIN
    UPDATE articles SET bookmarked = NEW.bookmarked WHERE id = NEW.article;
  END;
  CREATE TRIGGER status_opened AFTER UPDATE OF read_at ON statuses WHEN NEW.read_at IS NOT OLD.read_at BEGIN
    UPDATE articles SET read_at = NEW.read_at WHERE id = NEW.article;
  END;
  CREATE TRIGGER article_returned AFTER INSERT ON articles
    WHEN EXISTS (SELECT 1 FROM statuses WHERE article = NEW.id) BEGIN
    UPDATE articles SET (read, bookmarked, read_at) =
      (SELECT read, bookmarked, read_at FROM statuses WHERE article = NEW.id) WHERE key = NEW.key;
  END;
  CREATE TRIGGER article_renamed AFTER UPDATE OF id ON articles WHEN NEW.id != OLD.id BEGIN
    UPDATE articles SET
      read = ifnull((SELECT read FROM statuses WHERE article = NEW.id), 0),
      bookmarked = ifnull((SELECT bookmarked FROM statuses WHERE article = NEW.id), 0),
      read_at = (SELECT read_at FROM statuses WHERE article = NEW.id) WHERE key = NEW.key;
  END;
  `,
  openWeb,
  stories,
  search,
  multitudes,
];
