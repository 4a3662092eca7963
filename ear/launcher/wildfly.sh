# The application server: its directory, its start, its readiness.

# What the distribution's own start script adds for a modular JDK (bin/common.sh).
WILDFLY_OPENS=(
    --add-exports=java.desktop/sun.awt=ALL-UNNAMED
    --add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED
    --add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED
    --add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED
    --add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED
    --add-opens=java.base/java.lang=ALL-UNNAMED
    --add-opens=java.base/java.lang.invoke=ALL-UNNAMED
    --add-opens=java.base/java.lang.reflect=ALL-UNNAMED
    --add-opens=java.base/java.io=ALL-UNNAMED
    --add-opens=java.base/java.net=ALL-UNNAMED
    --add-opens=java.base/java.security=ALL-UNNAMED
    --add-opens=java.base/java.util=ALL-UNNAMED
    --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
    --add-opens=java.management/javax.management=ALL-UNNAMED
    --add-opens=java.naming/javax.naming=ALL-UNNAMED
)

# A fresh copy of configuration and application; database, transactions log and keys stay.
prepare_wildfly() {
    local base="$DATA/server"
    rm -rf "$base/tmp" "$base/configuration.new"
    cp -R "$WILDFLY/standalone/configuration" "$base/configuration.new"
    # as it boots, WildFly logs every system property at DEBUG, and secrets arrive as such
    sed 's/^logger\.org\.jboss\.as\.config\.level=.*/logger.org.jboss.as.config.level=INFO/' \
        "$WILDFLY/standalone/configuration/logging.properties" >"$base/configuration.new/logging.properties"
    rm -rf "$base/configuration" && mv "$base/configuration.new" "$base/configuration"
    mkdir -p "$base/data" "$base/tmp"
    cmp -s "$EAR" "$base/countersign.ear" || { cp "$EAR" "$base/countersign.ear.new" && mv "$base/countersign.ear.new" "$base/countersign.ear"; }
    copy_worker_jars "$base/worker"
    [ -s "$DATA/node" ] || random_hex 4 >"$DATA/node"
}

# The sandbox's workers are plain JVMs: they need their jars as files, not inside a deployment.
copy_worker_jars() {
    local jars="$ROOT/ejb/sandbox/target" fresh="$1.new"
    rm -rf "$fresh"
    mkdir -p "$fresh"
    cp "$jars"/lib/*.jar "$fresh/"
    cp "$jars"/countersign-sandbox-*.jar "$fresh/"
    rm -f "$fresh"/*-tests.jar "$fresh"/*-sources.jar
    rm -rf "$1" && mv "$fresh" "$1"
}

# H2 is told to write at each commit (WRITE_DELAY=0): by default it answers first and writes up to a second later, and a
# killed server would forget approvals and, worse, that a run was already claimed. It must not close itself at SIGTERM
# either, while the server still finishes its work. And it must not answer a query with the result of the time before
# (OPTIMIZE_REUSE_RESULTS=0, on anybody's H2): it takes that for fresh when it was read while another one committed, and
# then goes on telling that nobody has decided, or that no kill switch is engaged.
settle_database() {
    local url=${COUNTERSIGN_DB_URL:-}
    if [ -z "$url" ] && [ "$PROFILE" = postgres ]; then
        url=jdbc:postgresql://127.0.0.1:5432/countersign
    fi
    [ -n "$url" ] || url="jdbc:h2:file:$DATA/db/countersign;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
    case "$url" in
        jdbc:h2:*)
            DB_DRIVER=h2
            case "$url" in *OPTIMIZE_REUSE_RESULTS*) ;; *) url="$url;OPTIMIZE_REUSE_RESULTS=0" ;; esac
            ;;
        jdbc:postgresql:*)
            DB_DRIVER=postgresql
            # a batch of inserts goes as one statement
            case "$url" in
                *reWriteBatchedInserts*) ;;
                *\?*) url="$url&reWriteBatchedInserts=true" ;;
                *) url="$url?reWriteBatchedInserts=true" ;;
            esac
            ;;
        *) die "COUNTERSIGN_DB_URL must begin with jdbc:postgresql: or jdbc:h2:, not '$url'" ;;
    esac
    [ "$PROFILE" != postgres ] || [ "$DB_DRIVER" = postgresql ] || die "--profile postgres does not go with COUNTERSIGN_DB_URL=$url"
    DB_URL=$url
    if [ "$DB_DRIVER" = postgresql ]; then
        export COUNTERSIGN_DB_USER=${COUNTERSIGN_DB_USER:-countersign}
        [ -n "${COUNTERSIGN_DB_PASSWORD:-}" ] || die "PostgreSQL needs a password: set COUNTERSIGN_DB_PASSWORD (and COUNTERSIGN_DB_USER, COUNTERSIGN_DB_URL where they are not countersign and $url)"
    fi
}

# Without a broker wake-ups stay in the server; with one, nodes on the same database tell each other (broker.cli).
settle_broker() {
    SERVER_CONFIGURATION=countersign.xml BROKER=()
    local url=${COUNTERSIGN_BROKER_URL:-}
    [ -n "$url" ] || return 0
    [[ "$url" =~ ^(tcp|ssl)://([A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\]):([0-9]{1,5})$ ]] ||
        die "COUNTERSIGN_BROKER_URL must be tcp://HOST:PORT or ssl://HOST:PORT, not '$url'"
    [ "$DB_DRIVER" = postgresql ] || die "COUNTERSIGN_BROKER_URL is for several nodes on one PostgreSQL: name it in COUNTERSIGN_DB_URL, or leave the broker out"
    local tls=false
    [ "${BASH_REMATCH[1]}" = tcp ] || tls=true
    SERVER_CONFIGURATION=countersign-broker.xml
    BROKER=("-Dcountersign.broker.host=${BASH_REMATCH[2]}" "-Dcountersign.broker.port=${BASH_REMATCH[3]}" "-Dcountersign.broker.tls=$tls")
}

start_wildfly() {
    local base="$DATA/server" node
    node="cs-$(cat "$DATA/node")"
    local heap=${COUNTERSIGN_SERVER_HEAP:-768m}
    # the server itself speaks plain HTTP: where its address is https, a proxy speaks TLS and says so (X-Forwarded-Proto)
    local https=false
    ! is_https "$COUNTERSIGN_BASE_URL" || https=true
    : >"$LOGS/server-console.log"
    # what is below this line in the log belongs to this start
    touch "$LOGS/server.log"
    SERVER_LOG_BEGINS=$(($(wc -c <"$LOGS/server.log") + 1))
    write_handover
    hide_secrets
    spawn server "$LOGS/server-console.log" "$JAVA" "-D[Standalone]" "-Dcountersign.of=$DATA:" \
        "-Xms${heap}" "-Xmx${heap}" -XX:MetaspaceSize=160m -XX:MaxMetaspaceSize=512m ${COUNTERSIGN_SERVER_GC:--XX:+UseParallelGC} \
        -XX:+ExitOnOutOfMemoryError -Xshare:auto \
        -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true -Djboss.modules.system.pkgs=org.jboss.byteman \
        "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000" \
        "${WILDFLY_OPENS[@]}" "-Dcountersign.https=$https" "-Dcountersign.behind.proxy=$https" ${COUNTERSIGN_SERVER_JAVA_OPTS:-} \
        "-Dorg.jboss.boot.log.file=$LOGS/server.log" "-Dlogging.configuration=file:$base/configuration/logging.properties" \
        -jar "$WILDFLY/jboss-modules.jar" -mp "$WILDFLY/modules" org.jboss.as.standalone \
        "-Djboss.home.dir=$WILDFLY" "-Djboss.server.base.dir=$base" "-Djboss.server.log.dir=$LOGS" \
        "--read-only-server-config=$SERVER_CONFIGURATION" ${BROKER[@]+"${BROKER[@]}"} \
        "-Djboss.bind.address=${COUNTERSIGN_BIND_ADDRESS:-$HOST}" "-Djboss.bind.address.management=$HOST" \
        "-Djboss.socket.binding.port-offset=$OFFSET" \
        "-Djboss.node.name=$node" "-Djboss.tx.node.id=$node" \
        "-Djava.io.tmpdir=$base/tmp" "-Dcountersign.sandbox.classpath=$base/worker/*" \
        "-Dcountersign.data=$DATA" "-Dcountersign.db.driver=$DB_DRIVER" "-P=$HANDOVER"
}

log_of_this_start() {
    tail -c "+$SERVER_LOG_BEGINS" "$LOGS/server.log" 2>/dev/null || true
}

# A server that booted with errors (WFLYSRV0026), or in which a part of the application did not start, will not get ready by waiting.
boot_failed() {
    log_of_this_start | grep -aq -e 'WFLYSRV0026' -e 'MSC000001: Failed to start service jboss.deployment'
}

# wait_until_ready NAME SECONDS PROBE… : false when the process ends, its boot failed or the time is over
wait_until_ready() {
    local name=$1 deadline=$((SECONDS + $2))
    shift 2
    while [ $SECONDS -lt $deadline ]; do
        is_running "$name" || return 1
        "$@" && return 0
        [ "$name" != server ] || ! boot_failed || return 1
        tick_step
        sleep 0.4
    done
    return 1
}

server_is_ready() {
    http_call GET "$MANAGEMENT_PORT" /health/ready
    [ "$HTTP_STATUS" = 200 ]
}
