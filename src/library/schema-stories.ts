/**
 * The step with which articles are connected: what each speaks of, under which keys it is found, its story, and what its text
 * said before it was corrected.
 *
 * Terms are hashes, so those of one article lie all over a table: to write each where it belongs would touch hundreds of pages an
 * article. So an article's keys are first written down in one row (`unmerged`) and brought to their places many articles at a
 * time (`counts`, `postings`), slice by slice of all keys. What is true is the tables and what is not merged yet, together.
 */
export const stories = `
  -- Articles whose text is new or changed since it was connected.
  CREATE TABLE waiting (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE
  ) STRICT;
  INSERT INTO waiting SELECT key FROM articles;
  CREATE TRIGGER waiting_added AFTER INSERT ON articles BEGIN
    INSERT OR IGNORE INTO waiting VALUES (NEW.key);
  END;
  CREATE TRIGGER waiting_changed AFTER UPDATE OF words ON articles BEGIN
    INSERT OR IGNORE INTO waiting VALUES (NEW.key);
  END;

  -- How far the index is: one row. The version grows with every change of a card.
  CREATE TABLE connecting (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    articles INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0,
    stories INTEGER NOT NULL DEFAULT 0,
    -- Unmerged rows up to this one are being brought to their places: those of slices below \`slice\` are there.
    merging INTEGER NOT NULL DEFAULT 0,
    slice INTEGER NOT NULL DEFAULT 0,
    -- How many articles there were when all were last weighed, and up to which article that has come.
    weighed INTEGER NOT NULL DEFAULT 0,
    weighing INTEGER,
    -- Articles that were connected since stories were last grouped anew.
    ungrouped INTEGER NOT NULL DEFAULT 0,
    -- Articles that are not the newest of their story.
    behind INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  INSERT INTO connecting (one) VALUES (1);

  -- What changes of a card while others come: narrow, so that weighing all anew touches few pages.
  CREATE TABLE cards (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    story INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    explains INTEGER NOT NULL,
    published INTEGER,
    words INTEGER NOT NULL,
    length REAL NOT NULL
  ) STRICT;
  CREATE INDEX cards_story ON cards (story, article);
  CREATE TRIGGER cards_added AFTER INSERT ON cards BEGIN
    UPDATE connecting SET articles = articles + 1, version = version + 1, ungrouped = ungrouped + 1;
  END;
  CREATE TRIGGER cards_removed AFTER DELETE ON cards BEGIN
    UPDATE connecting SET articles = articles - 1, version = version + 1;
    -- Of a story whose newest article has gone the next one is the newest.
    UPDATE articles SET behind = 0 WHERE behind = 1 AND key = (
      SELECT a.key FROM cards CROSS JOIN articles AS a ON a.key = cards.article
      WHERE cards.story = OLD.story ORDER BY a.newest, a.title_key, a.key LIMIT 1);
  END;
  CREATE TRIGGER cards_changed AFTER UPDATE ON cards BEGIN
    UPDATE connecting SET version = version + 1;
  END;

  -- What an article speaks of. Vector and posted are keys of four bytes each, then a strength of one byte each; the rest are keys
  -- that were counted and are not in the vector. The digest tells whether the text has changed.
  CREATE TABLE profiles (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    title TEXT NOT NULL,
    digest BLOB NOT NULL,
    vector BLOB NOT NULL,
    sketch BLOB NOT NULL,
    posted BLOB NOT NULL,
    rest BLOB NOT NULL
  ) STRICT;

  CREATE TABLE unmerged (
    row INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    -- 1 when the article has these keys now, -1 when it has them no longer.
    sign INTEGER NOT NULL,
    vector BLOB NOT NULL,
    rest BLOB NOT NULL,
    posted BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER profiles_added AFTER INSERT ON profiles BEGIN
    UPDATE connecting SET version = version + 1;
    INSERT INTO unmerged SELECT version, NEW.article, 1, NEW.vector, NEW.rest, NEW.posted FROM connecting;
  END;
  CREATE TRIGGER profiles_removed AFTER DELETE ON profiles BEGIN
    UPDATE connecting SET version = version + 1;
    INSERT INTO unmerged SELECT version, OLD.article, -1, OLD.vector, OLD.rest, OLD.posted FROM connecting;
  END;
  CREATE TRIGGER profiles_changed AFTER UPDATE ON profiles BEGIN
    UPDATE connecting SET version = version + 2;
    INSERT INTO unmerged SELECT version - 1, OLD.article, -1, OLD.vector, OLD.rest, OLD.posted FROM connecting;
    INSERT INTO unmerged SELECT version, NEW.article, 1, NEW.vector, NEW.rest, NEW.posted FROM connecting;
  END;

  -- In how many articles a key was counted.
  CREATE TABLE counts (
    key INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL
  ) STRICT;
  -- Which articles posted a key, a chunk for every 2,048 keys of articles: where in the chunk, two bytes each, then the strengths.
  CREATE TABLE postings (
    key INTEGER NOT NULL,
    chunk INTEGER NOT NULL,
    entries BLOB NOT NULL,
    PRIMARY KEY (key, chunk)
  ) STRICT, WITHOUT ROWID;

  -- What the reader did with stories. Of most there is no row.
  CREATE TABLE stories (
    story INTEGER PRIMARY KEY,
    followed INTEGER,
    looked_at INTEGER
  ) STRICT;
  CREATE INDEX stories_followed ON stories (story) WHERE followed IS NOT NULL;
  -- Articles that the reader put into a story (1) or took out of it (0).
  CREATE TABLE pins (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    story INTEGER NOT NULL,
    belongs INTEGER NOT NULL,
    PRIMARY KEY (article, story)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX pins_story ON pins (story);

  -- Articles that stand in the timeline of a story that is followed without being grouped with it: what came of it.
  CREATE TABLE gathered (
    story INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (story, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX gathered_article ON gathered (article);
  CREATE TRIGGER gathered_joined AFTER INSERT ON cards BEGIN
    DELETE FROM gathered WHERE story = NEW.story AND article = NEW.article;
  END;
  CREATE TRIGGER gathered_moved AFTER UPDATE OF story ON cards BEGIN
    DELETE FROM gathered WHERE story = NEW.story AND article = NEW.article;
  END;
  CREATE VIEW tellings AS SELECT story, article FROM cards UNION ALL SELECT story, article FROM gathered;

  -- A list of stories has the newest article of each, and none of those behind it.
  ALTER TABLE articles ADD COLUMN behind INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX articles_behind ON articles (newest, title_key) WHERE behind = 1;
  CREATE TRIGGER behind_changed AFTER UPDATE OF behind ON articles BEGIN
    UPDATE connecting SET behind = behind + NEW.behind - OLD.behind;
  END;
  CREATE TRIGGER behind_removed AFTER DELETE ON articles WHEN OLD.behind = 1 BEGIN
    UPDATE connecting SET behind = behind - 1;
  END;

  -- When the text that the reader may have read was last corrected, and what it said before.
  ALTER TABLE articles ADD COLUMN corrected INTEGER;
  CREATE INDEX articles_corrected ON articles (newest, title_key) WHERE corrected > read_at;
  CREATE TABLE corrections (
    row INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    seen INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX corrections_article ON corrections (article, row);

  -- Of links that say no more than a title: which article has one like it, and whether that is surely meant.
  ALTER TABLE links ADD COLUMN guess INTEGER REFERENCES articles (key) ON DELETE SET NULL;
  ALTER TABLE links ADD COLUMN sure INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX links_guess ON links (guess) WHERE guess IS NOT NULL;
  -- The rarest words of such titles that led nowhere, by which they are found when an article with such a title comes.
  CREATE TABLE hopes (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (key, article, ordinal),
    FOREIGN KEY (article, ordinal) REFERENCES links (article, ordinal) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX hopes_link ON hopes (article, ordinal);
`;
