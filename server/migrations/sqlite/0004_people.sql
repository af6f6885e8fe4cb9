-- The staff: places, the accounts of those who lead rooms there, and what was done with accounts. Nothing of a learner.

CREATE TABLE place (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  made_at_ms BIGINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,       -- chosen; nothing needs an address
  name TEXT NOT NULL,               -- as learners are told it
  role TEXT NOT NULL,               -- mediator, trainer or host
  place TEXT NOT NULL REFERENCES place (id),
  password TEXT NOT NULL,           -- argon2id, with its salt and costs
  second_factor TEXT,               -- the secret of its codes, once it is confirmed
  last_step BIGINT NOT NULL,        -- the step of the last code taken: a code is good once
  made_at_ms BIGINT NOT NULL,
  closed_at_ms BIGINT
) WITHOUT ROWID;

CREATE TABLE staff_session (
  token_digest TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  browser TEXT NOT NULL,            -- « Firefox, Linux »
  opened_at_ms BIGINT NOT NULL,
  seen_at_ms BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX staff_session_account ON staff_session (account);

CREATE TABLE invitation (
  token_digest TEXT NOT NULL PRIMARY KEY,
  role TEXT NOT NULL,
  place TEXT NOT NULL REFERENCES place (id),
  made_by TEXT NOT NULL,
  made_at_ms BIGINT NOT NULL,
  good_until_ms BIGINT NOT NULL
) WITHOUT ROWID;

-- What was done with accounts and rooms, and by whom. Lines are added, never changed; old ones go by age, which leaves a line.
CREATE TABLE journal (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms BIGINT NOT NULL,
  place TEXT NOT NULL,
  account TEXT NOT NULL,            -- who did it; empty for the machine itself
  act TEXT NOT NULL,
  about TEXT NOT NULL
);

-- Lines older than this may go. Only the purge moves it, and moves it back.
CREATE TABLE journal_limit (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), before_ms BIGINT NOT NULL);
INSERT INTO journal_limit (only_one, before_ms) VALUES (1, 0);

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is not changed'); END;

CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
WHEN OLD.at_ms >= coalesce((SELECT before_ms FROM journal_limit), 0)
BEGIN SELECT RAISE(ABORT, 'the journal is not cut'); END;

-- « INSERT OR REPLACE » would take a line away without asking the one above.
CREATE TRIGGER journal_is_not_replaced BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'the journal is not changed'); END;
