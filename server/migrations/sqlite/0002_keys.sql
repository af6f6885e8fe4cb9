-- Coming back from another machine: four pictures open a seat again.

-- The pictures are stored as they are, because the learner's page shows them again. A digest of one word among a million
-- would be undone in a second, and the folder holds the exercise itself.
CREATE TABLE picture_key (
  workshop TEXT NOT NULL,
  seat TEXT NOT NULL,
  pictures TEXT NOT NULL UNIQUE,    -- among all living keys: the one rule that spans workshops
  made_at_ms BIGINT NOT NULL,
  PRIMARY KEY (workshop, seat),
  FOREIGN KEY (workshop, seat) REFERENCES seat (workshop, id) ON DELETE CASCADE
) WITHOUT ROWID;

-- Tokens that opened a seat until another browser took it: to tell their bearers so.
CREATE TABLE former_pass (
  workshop TEXT NOT NULL,
  seat TEXT NOT NULL,
  token_digest TEXT NOT NULL,
  taken_at_ms BIGINT NOT NULL,
  PRIMARY KEY (workshop, seat, token_digest),
  FOREIGN KEY (workshop, seat) REFERENCES seat (workshop, id) ON DELETE CASCADE
) WITHOUT ROWID;
