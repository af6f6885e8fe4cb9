-- Rooms: the workshops that a mediator leads. A person alone is a workshop without a room.

CREATE TABLE room (
  workshop TEXT NOT NULL PRIMARY KEY REFERENCES workshop (id) ON DELETE CASCADE,
  place TEXT NOT NULL,              -- whose room it is
  opened_by TEXT NOT NULL,          -- the account
  title TEXT NOT NULL,
  plan TEXT NOT NULL,               -- what is rehearsed and how: JSON, read by the server alone
  seats BIGINT NOT NULL,            -- how many people may be in at once
  code TEXT UNIQUE,                 -- what people type to join; gone once the room is closed
  invitation TEXT UNIQUE,           -- what the projected picture holds; gone once the room is closed
  door TEXT NOT NULL,               -- open, waiting or closed
  opened_at_ms BIGINT NOT NULL,
  ends_at_ms BIGINT,
  closed_at_ms BIGINT
) WITHOUT ROWID;
CREATE INDEX room_place ON room (place, opened_at_ms);

CREATE TABLE room_seat (
  workshop TEXT NOT NULL REFERENCES room (workshop) ON DELETE CASCADE,
  seat TEXT NOT NULL,
  number BIGINT NOT NULL,           -- from 1, in the order of coming: tells which colour-animal it is
  standing TEXT NOT NULL,           -- waiting, in, left or removed
  since_ms BIGINT NOT NULL,         -- when it came to stand so
  PRIMARY KEY (workshop, seat),
  UNIQUE (workshop, number),
  FOREIGN KEY (workshop, seat) REFERENCES seat (workshop, id) ON DELETE CASCADE
) WITHOUT ROWID;

-- Plans that a place keeps to open the same room again.
CREATE TABLE room_model (
  place TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  plan TEXT NOT NULL,
  made_at_ms BIGINT NOT NULL,
  PRIMARY KEY (place, id)
) WITHOUT ROWID;
