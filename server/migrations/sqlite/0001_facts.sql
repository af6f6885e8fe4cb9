-- Every key begins with the workshop, so that a database spread over several machines can keep a workshop on one of them.
-- Ids are ULIDs made by the callers; times are milliseconds since 1970, given by the callers.
-- Tables with short rows are stored in the order of their keys (WITHOUT ROWID).

CREATE TABLE workshop (
  id TEXT NOT NULL PRIMARY KEY,
  head BIGINT NOT NULL,             -- the last position given to a fact of this workshop
  created_at_ms BIGINT NOT NULL,
  touched_at_ms BIGINT NOT NULL     -- of its last fact: what purging by age looks at
) WITHOUT ROWID;

CREATE TABLE seat (
  workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  token_digest TEXT NOT NULL,       -- hexadecimal; the token itself is in the learner's cookie only
  joined_at_ms BIGINT NOT NULL,
  PRIMARY KEY (workshop, id)
) WITHOUT ROWID;

-- The texts a rehearsal began with. Shared by all workshops, holds nothing of a learner.
CREATE TABLE closure (
  digest TEXT NOT NULL PRIMARY KEY,
  scenario TEXT NOT NULL,
  body TEXT NOT NULL,
  kept_at_ms BIGINT NOT NULL
);

CREATE TABLE rehearsal (
  workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  seat TEXT NOT NULL,
  scenario TEXT NOT NULL,
  closure TEXT NOT NULL REFERENCES closure (digest),
  seq BIGINT NOT NULL,              -- how many facts it has: the optimistic lock
  started_at_ms BIGINT NOT NULL,
  PRIMARY KEY (workshop, id),
  FOREIGN KEY (workshop, seat) REFERENCES seat (workshop, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX rehearsal_closure ON rehearsal (closure);

CREATE TABLE fact (
  workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position BIGINT NOT NULL,         -- from workshop.head, in the same transaction: commit order, no holes
  rehearsal TEXT NOT NULL,
  seq BIGINT NOT NULL,
  at_ms BIGINT NOT NULL,
  fact TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (workshop, position),
  UNIQUE (workshop, rehearsal, seq)
) WITHOUT ROWID;

-- A form's submission id: sent twice, recorded once.
CREATE TABLE submission (
  workshop TEXT NOT NULL,
  rehearsal TEXT NOT NULL,
  submission TEXT NOT NULL,
  PRIMARY KEY (workshop, rehearsal, submission),
  FOREIGN KEY (workshop, rehearsal) REFERENCES rehearsal (workshop, id) ON DELETE CASCADE
) WITHOUT ROWID;
