#!/usr/bin/env bash
# Four machines made of network namespaces: the site's, a database's, its synchronous standby's, and one with the command and its members.
# In the middle of a crawl the database is killed, and then the standby is promoted, as somebody who looks after it would do.
# Called by exec:exec@standby, with the class path.
set -euo pipefail
CLASSPATH=$1
HERE=$(cd "$(dirname "$0")" && pwd)
AWAY_SECONDS=${AWAY_SECONDS:-5}
SITES=lab-site PRIMARY=lab-primary STANDBY=lab-standby CRAWLERS=lab-crawlers
MACHINES=($SITES $PRIMARY $STANDBY $CRAWLERS)
. "$HERE/machines.sh"

ask() { as_postgres_in $SITES "$PG/psql" -h "$1" -U postgres -Atc "$2"; }

make_database $PRIMARY primary
start_database $PRIMARY primary 10.77.0.2
as_postgres_in $STANDBY "$PG/pg_basebackup" -h 10.77.0.2 -U postgres -D "$DATA/standby" -R -c fast
start_database $STANDBY standby 10.77.0.3
# After the copy was made: the standby has none of its own to wait for when it is promoted.
ask 10.77.0.2 "ALTER SYSTEM SET synchronous_standby_names = '*'" > /dev/null
ask 10.77.0.2 "SELECT pg_reload_conf()" > /dev/null
until [ "$(ask 10.77.0.2 "SELECT sync_state FROM pg_stat_replication")" = sync ]; do sleep 0.2; done
echo "the standby is synchronous: no commit is answered before it has it"
start_site
DATABASE="jdbc:postgresql://10.77.0.2,10.77.0.3/postgres?user=postgres&targetServerType=primary"

crawl_in $CRAWLERS --store "$DATABASE" --crawl whole --members 2 --concurrency 16 --manifest "$DATA/whole.tsv" > "$DATA/whole.log" 2>&1
: > "$DATA/requests"

crawl_in $CRAWLERS --store "$DATABASE" --crawl moved --members 2 --concurrency 4 --manifest "$DATA/moved.tsv" > "$DATA/moved.log" 2>&1 &
CRAWL=$!
until_requests $((PAGES / 4)) $CRAWL
VISITED=$(ask 10.77.0.2 "SELECT visited FROM crawl WHERE name = 'moved'")
if [ -n "${CUT:-}" ]; then
  ip -n $PRIMARY link set eth0 down
  echo "the database's machine is cut off after $(requests) requests, with $VISITED pages recorded"
fi
kill -9 "$(head -1 "$DATA/primary/postmaster.pid")"
rm "$DATA/primary/postmaster.pid"
echo "the database is killed after $(requests) requests, with $VISITED pages recorded"
sleep "$AWAY_SECONDS"
as_postgres_in $STANDBY "$PG/pg_ctl" -D "$DATA/standby" -s -w promote
echo "the standby is promoted after $(requests) requests, with $(ask 10.77.0.3 "SELECT visited FROM crawl WHERE name = 'moved'") pages recorded"
wait $CRAWL

count_requests 2
compare_manifests whole moved
