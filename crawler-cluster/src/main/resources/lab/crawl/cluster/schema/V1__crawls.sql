-- A crawl. Whoever changes anything of it locks this row first: the row is the lock of the whole crawl.
CREATE TABLE crawl (
  id          int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name        text NOT NULL UNIQUE,
  plan        text NOT NULL,
  detailed    boolean NOT NULL, -- whether outlinks and steps are kept
  state       text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'over', 'broken')),
  problem     text, -- a stack trace, or
  problem_is_line boolean NOT NULL DEFAULT false, -- a line for a person
  chain_cut   boolean NOT NULL DEFAULT false,
  fresh       int NOT NULL DEFAULT 0, -- pages that were never handed out
  again       int NOT NULL DEFAULT 0, -- pages that were put back
  out         int NOT NULL DEFAULT 0, -- pages that some member has
  begun       int NOT NULL DEFAULT 0, -- pages that were ever handed out
  visited     int NOT NULL DEFAULT 0,
  claims      bigint NOT NULL DEFAULT 0, -- the number of the last claim
  begun_at    timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 50);

-- A process that crawls. While it lives its connection holds an advisory lock with this number.
CREATE TABLE member (
  id        int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  crawl     int NOT NULL REFERENCES crawl ON DELETE CASCADE,
  machine   text NOT NULL,
  pid       bigint NOT NULL,
  width     int NOT NULL,
  joined_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  left_at   timestamptz
);
CREATE INDEX ON member (crawl) WHERE left_at IS NULL;

-- What the crawl knows of a host. Times are nanoseconds since 1970, by the database's clock.
CREATE TABLE host (
  id               int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  crawl            int NOT NULL REFERENCES crawl ON DELETE CASCADE,
  origin           text NOT NULL,
  ever_answered    boolean NOT NULL DEFAULT false,
  failures_in_row  int NOT NULL DEFAULT 0,
  trouble_since    bigint,
  rests            int NOT NULL DEFAULT 0,
  rests_until      bigint,
  given_up         boolean NOT NULL DEFAULT false,
  delay            bigint NOT NULL DEFAULT 0, -- politeness: how long it is left alone when a page has come back
  next_at          bigint NOT NULL DEFAULT 0, -- not to be asked before
  UNIQUE (crawl, origin)
) WITH (fillfactor = 50);

-- A URL that was discovered. It is known by its hash, because an index has no room for every URL.
-- state: 0 waits, 1 was put back, 2 is out, 3 was visited, 4 is skipped, 5 can't be judged yet.
CREATE TABLE page (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  crawl      int NOT NULL,
  url_hash   bytea NOT NULL,
  url        text NOT NULL,
  host       int NOT NULL,
  depth      int NOT NULL,
  state      smallint NOT NULL,
  skipped    text,
  not_before bigint NOT NULL DEFAULT 0,
  attempts   int NOT NULL DEFAULT 0,
  refusals   int NOT NULL DEFAULT 0,
  deaths     int NOT NULL DEFAULT 0, -- members that died while they had it
  member     int,
  claim      bigint,
  claimed_at bigint,
  visit_no   int, -- in the order of the visits, from 1 without a gap
  visit      json,
  outlinks   text[], -- only of a detailed crawl, as are the next
  steps      text,
  UNIQUE (crawl, url_hash)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
CREATE INDEX page_waiting ON page (host, state, not_before, id) WHERE state < 2;
CREATE INDEX page_unjudged ON page (crawl) WHERE state = 5;
CREATE INDEX page_out ON page (crawl, host) WHERE state = 2;
CREATE UNIQUE INDEX page_visited ON page (crawl, visit_no) WHERE visit_no IS NOT NULL;

-- Which page links which: only of a crawl with a limit on depth.
CREATE TABLE link (
  source bigint NOT NULL,
  target bigint NOT NULL,
  PRIMARY KEY (source, target)
);
