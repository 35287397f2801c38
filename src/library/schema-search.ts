/** The step with which the language of queries came: what it asks of an article that only its details tell. */
export const search = `
  -- Filled by triggers. Articles from before have no row here until they are filed again: of those the details are read.
  CREATE TABLE features (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    language TEXT,
    image INTEGER NOT NULL
  ) STRICT;
  CREATE TRIGGER body_features AFTER INSERT ON bodies BEGIN
    INSERT OR REPLACE INTO features
      SELECT NEW.article, lower(ifnull(own ->> 'language', other ->> 'language')),
        ifnull(own ->> 'picture', other ->> 'picture') IS NOT NULL
      FROM (SELECT iif(json_valid(NEW.details), NEW.details, '{}') AS own) LEFT JOIN
        (SELECT iif(json_valid(details), details, '{}') AS other FROM pages WHERE article = NEW.article);
  END;
  CREATE TRIGGER page_features AFTER INSERT ON pages BEGIN
    UPDATE features SET language = ifnull(language, lower(NEW.details ->> 'language')),
      image = image OR (NEW.details ->> 'picture') IS NOT NULL
      WHERE article = NEW.article AND json_valid(NEW.details);
  END;
  `;
