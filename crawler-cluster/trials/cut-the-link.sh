#!/usr/bin/env bash
# Three machines made of network namespaces: the store's (with the site), and two with a member each. The link of one member after the other
# is cut in the middle of a crawl, for so long that it is taken for dead, and mended. Called by exec:exec@netns, with the class path.
set -euo pipefail
CLASSPATH=$1
HERE=$(cd "$(dirname "$0")" && pwd)
CUT_SECONDS=${CUT_SECONDS:-25}
STORE=lab-store A=lab-a B=lab-b
MACHINES=($STORE $A $B)
. "$HERE/machines.sh"

make_database $STORE pg
start_database $STORE pg 10.77.0.1
start_site
DATABASE="jdbc:postgresql://10.77.0.1/postgres?user=postgres"

crawl_in $A --store "$DATABASE" --crawl whole --members 2 --concurrency 16 --manifest "$DATA/whole.tsv" > "$DATA/whole.log" 2>&1
: > "$DATA/requests"

crawl_in $A --store "$DATABASE" --crawl cut --members 1 --concurrency 2 --manifest "$DATA/cut.tsv" > "$DATA/a.log" 2>&1 &
CRAWL=$!
until_requests 1 $CRAWL
java_in $B member --store "$DATABASE" --crawl cut --concurrency 2 > "$DATA/b.log" 2>&1 &
MEMBER=$!
next=$((PAGES / 10))
for machine in $B $A; do
  until_requests $next $CRAWL
  echo "the link of $machine is cut for $CUT_SECONDS seconds after $(requests) requests"
  ip -n $machine link set eth0 down
  sleep "$CUT_SECONDS"
  ip -n $machine link set eth0 up
  echo "it is mended after $(requests) requests"
  next=$(($(requests) + PAGES / 10))
done
wait $CRAWL
wait $MEMBER

count_requests 3
compare_manifests whole cut
