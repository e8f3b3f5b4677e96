# Shared by the trials: machines made of network namespaces, a site whose requests are counted, and databases. To be sourced.
# The first of MACHINES has the switch, the site and the address 10.77.0.1; the others have the addresses after that.
. "$HERE/java.sh"
PAGES=${PAGES:-400}
SITE_URL=http://10.77.0.1:8080/

[ "$(id -u)" = 0 ] || skip "only root may make network namespaces"
command -v ip > /dev/null || skip "there is no ip (Debian: iproute2)"
command -v python3 > /dev/null || skip "there is no python3, for the site"
PG=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | tail -1) || true
[ -n "$PG" ] || skip "there is no PostgreSQL (Debian: postgresql)"
ip netns add "${MACHINES[0]}" 2> /dev/null \
  || skip "network namespaces may not be made here, or ${MACHINES[0]} is left of an earlier trial (ip netns del ${MACHINES[0]})"
DATA=$(mktemp -d /tmp/lab-netns-XXXX)
chown postgres "$DATA"

end() {
  for pid in "$DATA"/*/postmaster.pid; do
    if [ -f "$pid" ]; then as_postgres_in "${MACHINES[0]}" "$PG/pg_ctl" -D "$(dirname "$pid")" -m immediate -s stop || true; fi
  done
  for machine in "${MACHINES[@]}"; do
    ip netns pids "$machine" 2> /dev/null | xargs -r kill -9 || true
    ip netns del "$machine" 2> /dev/null || true
  done
  echo "what they said is in $DATA"
}
trap_end

# It refuses to run as root.
as_postgres_in() { local machine=$1; shift; ip netns exec "$machine" setpriv --reuid postgres --regid postgres --clear-groups -- "$@"; }
java_in() { local machine=$1; shift; ip netns exec "$machine" "$JAVA" -XX:+UseSerialGC -cp "$CLASSPATH" lab.crawl.cluster.ClusterMain "$@"; }
crawl_in() { local machine=$1; shift; java_in "$machine" $SITE_URL --no-robots --politeness-delay 0s --quiet "$@"; }

ip -n "${MACHINES[0]}" link set lo up
ip -n "${MACHINES[0]}" link add switch type bridge
ip -n "${MACHINES[0]}" addr add 10.77.0.1/24 dev switch
ip -n "${MACHINES[0]}" link set switch up
number=2
for machine in "${MACHINES[@]:1}"; do
  ip netns add "$machine"
  ip -n "$machine" link set lo up
  ip link add eth0 netns "$machine" type veth peer name "to-$machine" netns "${MACHINES[0]}"
  ip -n "${MACHINES[0]}" link set "to-$machine" master switch up
  ip -n "$machine" addr add 10.77.0.$number/24 dev eth0
  ip -n "$machine" link set eth0 up
  number=$((number + 1))
done

# MACHINE FOLDER: makes a database that the other machines may use and copy
make_database() {
  as_postgres_in "$1" "$PG/initdb" -A trust -U postgres -D "$DATA/$2" > "$DATA/initdb.log"
  printf 'host %s all 10.77.0.0/24 trust\n' all replication >> "$DATA/$2/pg_hba.conf"
}

# MACHINE FOLDER ADDRESS
start_database() {
  as_postgres_in "$1" "$PG/pg_ctl" -D "$DATA/$2" -l "$DATA/$2.log" -s -w -o "-c listen_addresses=$3 -c unix_socket_directories=''" start
}

# The site is the witness of a crawl: it says what it was asked for.
start_site() {
  ip netns exec "${MACHINES[0]}" python3 "$HERE/slow-site.py" 10.77.0.1 "$PAGES" > "$DATA/requests" &
}

requests() { wc -l < "$DATA/requests"; }

# NUMBER PID: until so many requests were made by a crawl
until_requests() {
  while [ "$(requests)" -lt "$1" ]; do
    kill -0 "$2" 2> /dev/null || { echo "the crawl ended too soon"; exit 1; }
    sleep 0.2
  done
}

# MOST: tells what the site was asked for, which must be no page more often than that
count_requests() {
  local most
  most=$(sort "$DATA/requests" | uniq -c | sort -rn | awk 'NR == 1 { print $1 }')
  echo "$(sort -u "$DATA/requests" | wc -l) pages, $(requests) requests, at most $most of one page"
  [ "$most" -le "$1" ] || { echo "a page was asked for more often than it was lost"; exit 1; }
}

compare_manifests() {
  cmp "$DATA/$1.tsv" "$DATA/$2.tsv" && echo "the manifest is that of the crawl that nobody disturbed"
}
