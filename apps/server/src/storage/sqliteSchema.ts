/**
 * Tables of one Samenreis. Bytes carry a checksum (F30); everything of a room hangs on its row. `STRICT`, so that a wrong
 * type is an error and not a surprise.
 */
const firstTables = `
  CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE room (
    id TEXT PRIMARY KEY, epoch TEXT NOT NULL, title TEXT NOT NULL, question TEXT NOT NULL, language TEXT NOT NULL,
    date TEXT NOT NULL, created_at TEXT NOT NULL, facilitator_hash TEXT NOT NULL, participant_hash TEXT NOT NULL,
    screen_hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE room_update (
    room_id TEXT NOT NULL REFERENCES room(id), sequence INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (room_id, sequence)
  ) STRICT;
  CREATE TABLE room_snapshot (
    room_id TEXT PRIMARY KEY REFERENCES room(id), sequence INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE room_client (
    room_id TEXT NOT NULL REFERENCES room(id), client_id INTEGER NOT NULL, participant_id TEXT NOT NULL,
    PRIMARY KEY (room_id, client_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE participant (
    position INTEGER PRIMARY KEY, room_id TEXT NOT NULL REFERENCES room(id), id TEXT NOT NULL, name TEXT NOT NULL,
    avatar TEXT NOT NULL, role TEXT NOT NULL, created_at TEXT NOT NULL, demo INTEGER NOT NULL, UNIQUE (room_id, id)
  ) STRICT;
  CREATE TABLE session (
    token_hash TEXT PRIMARY KEY, room_id TEXT NOT NULL, participant_id TEXT NOT NULL, link_right TEXT NOT NULL,
    secret_hash TEXT NOT NULL, expires_at TEXT NOT NULL,
    FOREIGN KEY (room_id, participant_id) REFERENCES participant(room_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE vote_round (
    position INTEGER PRIMARY KEY, room_id TEXT NOT NULL REFERENCES room(id), id TEXT NOT NULL, body TEXT NOT NULL,
    UNIQUE (room_id, id)
  ) STRICT;
  CREATE TABLE vote (
    room_id TEXT NOT NULL, round_id TEXT NOT NULL, participant_id TEXT NOT NULL, target_id TEXT NOT NULL,
    body TEXT NOT NULL, PRIMARY KEY (room_id, round_id, participant_id, target_id),
    FOREIGN KEY (room_id, round_id) REFERENCES vote_round(room_id, id)
  ) STRICT;
  CREATE TABLE exported_action (
    room_id TEXT NOT NULL REFERENCES room(id), id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (room_id, id)
  ) STRICT;
`

/** Rounds in which staff guess; a room has at most one that is open. */
const guessTables = `
  CREATE TABLE guess_round (
    position INTEGER PRIMARY KEY, room_id TEXT NOT NULL REFERENCES room(id), id TEXT NOT NULL, status TEXT NOT NULL,
    body TEXT NOT NULL, UNIQUE (room_id, id)
  ) STRICT;
  CREATE UNIQUE INDEX guess_round_open ON guess_round (room_id) WHERE status = 'open';
  CREATE TABLE guess (
    room_id TEXT NOT NULL, round_id TEXT NOT NULL, participant_id TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (room_id, round_id, participant_id),
    FOREIGN KEY (room_id, round_id) REFERENCES guess_round(room_id, id)
  ) STRICT;
`

/** What a session is for and what it is about; rooms from before were all of the plainest kind. */
const roomTemplate = `
  ALTER TABLE room ADD COLUMN template TEXT NOT NULL DEFAULT 'blank';
  ALTER TABLE room ADD COLUMN context TEXT NOT NULL DEFAULT 'service';
`

/** Client ids of documents that were replaced; whose they were is not kept. */
const retiredClients = `
  CREATE TABLE room_retired_client (
    room_id TEXT NOT NULL REFERENCES room(id), client_id INTEGER NOT NULL, PRIMARY KEY (room_id, client_id)
  ) STRICT, WITHOUT ROWID;
`

/** No room without an end (reliability.md C8). Rooms from before get 30 days from the day on which this step runs. */
const roomRetention = `
  ALTER TABLE room ADD COLUMN retention_until TEXT NOT NULL DEFAULT '9999-12-31';
  ALTER TABLE room ADD COLUMN retention_chosen INTEGER NOT NULL DEFAULT 0;
  UPDATE room SET retention_until = date('now', '+30 days');
`

/** Earlier boards, each with its own end. */
const versionTable = `
  CREATE TABLE room_version (
    position INTEGER PRIMARY KEY, room_id TEXT NOT NULL REFERENCES room(id), id TEXT NOT NULL, reason TEXT NOT NULL,
    name TEXT NOT NULL, kept_at TEXT NOT NULL, expires_at TEXT NOT NULL, sequence INTEGER NOT NULL, digest TEXT NOT NULL,
    cards INTEGER NOT NULL, restores TEXT, bytes BLOB NOT NULL, checksum INTEGER NOT NULL, UNIQUE (room_id, id)
  ) STRICT;
  CREATE INDEX room_version_end ON room_version (expires_at);
`

/**
 * The snapshot before the current one, kept for a day: what opens when the current one is damaged (reliability.md C1.4, F30). Its
 * time stands before its bytes, so that looking for old ones reads no content.
 */
const fallbackTable = `
  CREATE TABLE room_fallback (
    room_id TEXT PRIMARY KEY REFERENCES room(id) ON DELETE CASCADE, stored_at INTEGER NOT NULL, sequence INTEGER NOT NULL,
    bytes BLOB NOT NULL, checksum INTEGER NOT NULL
  ) STRICT;
`

/** Whether people may keep what is not stored yet on a device of their own. */
const localCopies = `
  ALTER TABLE room ADD COLUMN local_copies INTEGER NOT NULL DEFAULT 0;
`

/**
 * What each version of the tables adds to the one before: the n-th step brings a database from schema n - 1 to schema n. A new
 * database goes through all of them. A step never changes once it was released.
 */
export const schemaSteps: readonly string[] = [
  firstTables,
  guessTables,
  roomTemplate,
  retiredClients,
  fallbackTable,
  roomRetention,
  versionTable,
  localCopies,
]

/** Version of the tables. A database with a higher one was written by a newer server and is refused (F39). */
export const STORAGE_SCHEMA = schemaSteps.length
