/**
 * The step for libraries of very many articles: a change of all of them is noted at once and made in pieces while one reads on, and
 * tags are counted as they come and go.
 */
export const multitudes = `
  CREATE TABLE sweeps (
    change INTEGER PRIMARY KEY REFERENCES changes (change) ON DELETE CASCADE,
    -- Which articles are meant: their sources, their sorts (each a number, see sweeping.ts), and where the list ends, or null.
    sources TEXT NOT NULL,
    sorts TEXT NOT NULL,
    bound TEXT,
    -- Keys up to this one are still to be looked at; rows of befores up to the other one are as the mark has them.
    reached INTEGER NOT NULL,
    applied INTEGER NOT NULL DEFAULT 0,
    pending INTEGER NOT NULL DEFAULT 1
  ) STRICT;
  CREATE INDEX sweeps_pending ON sweeps (change) WHERE pending = 1;

  -- How many articles have a tag, so that the most frequent are known without walking over all.
  CREATE TABLE tagged (
    tag_key TEXT PRIMARY KEY,
    tag TEXT NOT NULL,
    articles INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT INTO tagged SELECT tag_key, max(tag), count(*) FROM tags GROUP BY tag_key;
  CREATE INDEX tagged_articles ON tagged (articles);
  CREATE TRIGGER tagged_added AFTER INSERT ON tags BEGIN
    INSERT INTO tagged VALUES (NEW.tag_key, NEW.tag, 1)
      ON CONFLICT DO UPDATE SET articles = articles + 1, tag = max(tag, excluded.tag);
  END;
  CREATE TRIGGER tagged_removed AFTER DELETE ON tags BEGIN
    UPDATE tagged SET articles = articles - 1 WHERE tag_key = OLD.tag_key;
    DELETE FROM tagged WHERE tag_key = OLD.tag_key AND articles <= 0;
  END;
  `;
