-- The cache of replies, rates.sqlite in the user's cache directory: one database for all processes.
-- Sojourn makes it by itself; this copy is for readers. Write-ahead log; synchronous = NORMAL.
PRAGMA application_id = 1399476803;
PRAGMA user_version = 1;

-- A whole, validated reply of a source that may be stored.
CREATE TABLE reply (
  key          TEXT PRIMARY KEY,   -- source and address
  source       TEXT NOT NULL,      -- id in sources.yaml
  url          TEXT NOT NULL,
  status       INTEGER NOT NULL,
  headers      TEXT NOT NULL,      -- one "name: value" a line
  requested_at INTEGER NOT NULL,   -- seconds since 1970, universal time
  received_at  INTEGER NOT NULL,
  used_at      INTEGER NOT NULL,   -- the least recently used goes first
  size         INTEGER NOT NULL,   -- bytes of body
  checksum     INTEGER NOT NULL,   -- FNV-1a of the body
  body         BLOB NOT NULL
);
CREATE INDEX reply_by_use ON reply (used_at);

-- A host that asked to be left alone.
CREATE TABLE resting_host (
  host   TEXT PRIMARY KEY,
  until  INTEGER NOT NULL,
  reason TEXT NOT NULL
);

-- Who fetches what just now, so that others wait instead of fetching too.
CREATE TABLE flight (
  key         TEXT PRIMARY KEY,
  owner       TEXT NOT NULL,       -- process and its start; empty when landed
  until       INTEGER NOT NULL,    -- nobody waits longer
  finished_at INTEGER,
  failure     TEXT                 -- why it failed, for those who waited
);

-- A download that may be taken up again.
CREATE TABLE download (
  url       TEXT PRIMARY KEY,
  validator TEXT NOT NULL,         -- strong ETag or Last-Modified, for If-Range
  total     INTEGER                -- bytes, where the host says so
);
