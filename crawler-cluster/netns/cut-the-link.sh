#!/usr/bin/env bash
# Three machines made of network namespaces: the store's (with the site), and two with a member each. The link of one member after the other
# is cut in the middle of a crawl, for so long that it is taken for dead, and mended. Called by exec:exec@netns, with the class path.
set -euo pipefail
CLASSPATH=$1
HERE=$(cd "$(dirname "$0")" && pwd)
PAGES=${PAGES:-400}
CUT_SECONDS=${CUT_SECONDS:-25}
STORE=lab-store A=lab-a B=lab-b

skip() { echo "left out: $*"; exit 0; }

[ "$(id -u)" = 0 ] || skip "only root may make network namespaces"
command -v ip > /dev/null || skip "there is no ip (Debian: iproute2)"
command -v python3 > /dev/null || skip "there is no python3, for the site"
PG=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | tail -1) || true
[ -n "$PG" ] || skip "there is no PostgreSQL (Debian: postgresql)"
ip netns add $STORE 2> /dev/null || skip "network namespaces may not be made here"

JAVA=
for home in ${JAVA_HOME:-} /usr/lib/jvm/*; do
  if "$home/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then JAVA=$home/bin/java; fi
done
DATA=$(mktemp -d /tmp/lab-netns-XXXX)
SITE=

end() {
  if [ -n "$SITE" ]; then kill "$SITE"; fi
  if [ -f "$DATA/pg/postmaster.pid" ]; then as_postgres "$PG/pg_ctl" -D "$DATA/pg" -m fast -s stop; fi
  for space in $A $B $STORE; do ip netns del $space 2> /dev/null || true; done
  echo "what they said is in $DATA"
}
trap end EXIT

as_postgres() { setpriv --reuid postgres --regid postgres --clear-groups -- "$@"; }
java_in() { local space=$1; shift; ip netns exec "$space" "$JAVA" -XX:+UseSerialGC -cp "$CLASSPATH" lab.crawl.cluster.ClusterMain "$@"; }

# A bridge in the store's namespace is the switch.
ip -n $STORE link set lo up
ip -n $STORE link add switch type bridge
ip -n $STORE addr add 10.77.0.1/24 dev switch
ip -n $STORE link set switch up
number=2
for space in $A $B; do
  ip netns add $space
  ip -n $space link set lo up
  ip link add eth0 netns $space type veth peer name to-$space netns $STORE
  ip -n $STORE link set to-$space master switch up
  ip -n $space addr add 10.77.0.$number/24 dev eth0
  ip -n $space link set eth0 up
  number=$((number + 1))
done

mkdir "$DATA/pg" && chown postgres "$DATA" "$DATA/pg"
as_postgres "$PG/initdb" -A trust -U postgres -D "$DATA/pg" > "$DATA/initdb.log"
echo "host all all 10.77.0.0/24 trust" >> "$DATA/pg/pg_hba.conf"
ip netns exec $STORE setpriv --reuid postgres --regid postgres --clear-groups -- \
  "$PG/pg_ctl" -D "$DATA/pg" -l "$DATA/pg.log" -s -w -o "-c listen_addresses=10.77.0.1 -c unix_socket_directories=''" start
ip netns exec $STORE python3 "$HERE/slow-site.py" 10.77.0.1 "$PAGES" > "$DATA/requests" &
SITE=$!

DATABASE="jdbc:postgresql://10.77.0.1/postgres?user=postgres"
URL=http://10.77.0.1:8080/

# until so many requests were made: the site is what tells how far the crawl is
until_requests() {
  while [ "$(wc -l < "$DATA/requests")" -lt "$1" ]; do
    kill -0 "$CRAWL" 2> /dev/null || { echo "the crawl ended too soon"; exit 1; }
    sleep 0.2
  done
}

java_in $A $URL --no-robots --politeness-delay 0s --quiet --store "$DATABASE" --crawl whole --members 2 --concurrency 16 --manifest "$DATA/whole.tsv" > "$DATA/whole.log" 2>&1
: > "$DATA/requests"

java_in $A $URL --no-robots --politeness-delay 0s --quiet --store "$DATABASE" --crawl cut --members 1 --concurrency 2 --manifest "$DATA/cut.tsv" > "$DATA/a.log" 2>&1 &
CRAWL=$!
until_requests 1
java_in $B member --store "$DATABASE" --crawl cut --concurrency 2 > "$DATA/b.log" 2>&1 &
MEMBER=$!
next=$((PAGES / 10))
for space in $B $A; do
  until_requests $next
  echo "the link of $space is cut for $CUT_SECONDS seconds after $(wc -l < "$DATA/requests") requests"
  ip -n $space link set eth0 down
  sleep "$CUT_SECONDS"
  ip -n $space link set eth0 up
  echo "it is mended after $(wc -l < "$DATA/requests") requests"
  next=$(($(wc -l < "$DATA/requests") + PAGES / 10))
done
wait $CRAWL
wait $MEMBER

MOST=$(sort "$DATA/requests" | uniq -c | sort -rn | awk 'NR == 1 { print $1 }')
echo "$(sort -u "$DATA/requests" | wc -l) pages, $(wc -l < "$DATA/requests") requests, at most $MOST of one page, with two cuts"
[ "$MOST" -le 3 ] || { echo "a page was asked for more often than it was lost"; exit 1; }
cmp "$DATA/whole.tsv" "$DATA/cut.tsv" && echo "the manifest is that of the crawl that nobody disturbed"
