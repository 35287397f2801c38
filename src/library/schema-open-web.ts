/** The step with which sources on the web came: what they need beyond folders, and articles that several of them carry. */
export const openWeb = `
  ALTER TABLE sources ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
  -- The same without case and accents, as articles are looked for by them.
  ALTER TABLE sources ADD COLUMN tag_keys TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE sources ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sources ADD COLUMN whole INTEGER NOT NULL DEFAULT 0;

  -- Ids of sources that were removed: one that is added again is the same, by whatever name.
  CREATE TABLE departed_sources (
    location TEXT PRIMARY KEY,
    id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- How asking a source for news went, and what is sent along the next time.
  CREATE TABLE health (
    source INTEGER PRIMARY KEY REFERENCES sources (key) ON DELETE CASCADE,
    tried INTEGER,
    fetched INTEGER,
    not_before INTEGER,
    failures INTEGER NOT NULL,
    failing_since INTEGER,
    why TEXT,
    gone INTEGER NOT NULL,
    etag TEXT,
    last_modified TEXT,
    digest TEXT,
    moved_to TEXT,
    moved_reads INTEGER NOT NULL,
    site TEXT
  ) STRICT;

  -- When it was filed, moved here from the headlines: what has no date counts by this one.
  ALTER TABLE articles ADD COLUMN filed INTEGER NOT NULL DEFAULT 0;
  UPDATE articles SET filed = (SELECT filed FROM headlines WHERE article = articles.key);
  ALTER TABLE headlines DROP COLUMN filed;
  ALTER TABLE articles ADD COLUMN dated INTEGER AS (ifnull(published, filed)) VIRTUAL;
  CREATE INDEX articles_undated ON articles (source, filed) WHERE published IS NULL;

  -- When a text from the web was last filed, as long as that is kept: the oldest are let go first.
  ALTER TABLE articles ADD COLUMN text_filed INTEGER;
  CREATE INDEX articles_text_filed ON articles (text_filed) WHERE text_filed IS NOT NULL;

  -- The text of the article's page, beside the one that was filed, which then keeps its own links: the table of links has
  -- those of the text that is shown. A text in bodies that was let go is empty.
  CREATE TABLE pages (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    prose TEXT NOT NULL,
    details TEXT NOT NULL,
    summary TEXT,
    byline TEXT,
    words INTEGER NOT NULL,
    fingerprint TEXT NOT NULL
  ) STRICT;
  ALTER TABLE bodies ADD COLUMN links TEXT;

  -- What articles are known by: a hash of each key, and the id in words, since a key outlives its article as a status does.
  CREATE TABLE keys (
    hash INTEGER NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (hash, article)
  ) STRICT, WITHOUT ROWID;
  -- How many keys were noted of it: a feed that gives every entry a new id each time must not fill the disk.
  ALTER TABLE articles ADD COLUMN keys INTEGER NOT NULL DEFAULT 0;

  -- Which sources carry an article besides the one it belongs to, and how each of them dates it.
  CREATE TABLE carriers (
    source INTEGER NOT NULL REFERENCES sources (key) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    dated INTEGER NOT NULL,
    PRIMARY KEY (source, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX carriers_article ON carriers (article);
  CREATE INDEX carriers_dated ON carriers (source, dated);
  -- How many they are, so that the articles that are carried by none, which are nearly all, cost nothing.
  ALTER TABLE articles ADD COLUMN carriers INTEGER NOT NULL DEFAULT 0;

  -- How many articles of each sort one source carries for another: with the tally, no count walks over what is carried.
  CREATE TABLE carried (
    carrier INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    read INTEGER NOT NULL,
    bookmarked INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (carrier, owner, kind, read, bookmarked, opened)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX carried_owner ON carried (owner);
  CREATE TRIGGER carried_added AFTER INSERT ON carriers BEGIN
    UPDATE articles SET carriers = carriers + 1 WHERE key = NEW.article;
    INSERT INTO carried SELECT NEW.source, source, kind, read, bookmarked, read_at IS NOT NULL, 1
      FROM articles WHERE key = NEW.article
      ON CONFLICT DO UPDATE SET articles = articles + 1;
  END;
  CREATE TRIGGER carried_removed AFTER DELETE ON carriers BEGIN
    UPDATE articles SET carriers = carriers - 1 WHERE key = OLD.article;
    INSERT INTO carried SELECT OLD.source, source, kind, read, bookmarked, read_at IS NOT NULL, -1
      FROM articles WHERE key = OLD.article
      ON CONFLICT DO UPDATE SET articles = articles - 1;
  END;
  CREATE TRIGGER carried_moved AFTER UPDATE OF source, kind, read, bookmarked, read_at ON articles
    WHEN NEW.carriers > 0 BEGIN
    INSERT INTO carried SELECT source, OLD.source, OLD.kind, OLD.read, OLD.bookmarked, OLD.read_at IS NOT NULL, -1
      FROM carriers WHERE article = OLD.key
      ON CONFLICT DO UPDATE SET articles = articles - 1;
    INSERT INTO carried SELECT source, NEW.source, NEW.kind, NEW.read, NEW.bookmarked, NEW.read_at IS NOT NULL, 1
      FROM carriers WHERE article = NEW.key
      ON CONFLICT DO UPDATE SET articles = articles + 1;
  END;
  `;
