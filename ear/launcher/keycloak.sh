# Keycloak: unpacked and built once per checkout, its database below the data directory.

KEYCLOAK_OPENS=(
    --add-opens=java.base/java.util=ALL-UNNAMED
    --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
    --add-opens=java.base/java.security=ALL-UNNAMED
    --add-opens=java.base/java.lang=ALL-UNNAMED
)

# keycloak_java HOME : the command line of bin/kc.sh without the shell around it, so that its pid is the server's
keycloak_java() {
    KEYCLOAK_COMMAND=("$JAVA" "-Dcountersign.of=$DATA:" -Xms64m "-Xmx${COUNTERSIGN_KEYCLOAK_HEAP:-384m}" -XX:+UseSerialGC -XX:TieredStopAtLevel=1
        -XX:MetaspaceSize=96M -XX:MaxMetaspaceSize=256m -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 "${KEYCLOAK_OPENS[@]}"
        "-Dkc.home.dir=$1" "-Djboss.server.config.dir=$1/conf"
        -Djava.util.logging.manager=org.jboss.logmanager.LogManager
        -Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory
        -Dpicocli.disable.closures=true -Dquarkus-log-max-startup-records=10000
        -cp "$1/lib/quarkus-run.jar" io.quarkus.bootstrap.runner.QuarkusEntryPoint)
    [ "$JDK_VERSION" -lt 24 ] || KEYCLOAK_COMMAND=("$JAVA" --enable-native-access=ALL-UNNAMED "${KEYCLOAK_COMMAND[@]:1}")
}

install_keycloak() {
    local version fresh
    version=$(server_version keycloak)
    KEYCLOAK="$INSTALL/keycloak-$version-$(fingerprint ear/launcher/keycloak.sh)"
    [ -d "$KEYCLOAK" ] && return 0
    need_maven
    fresh="$INSTALL/.new-keycloak-$$"
    mkdir -p "$fresh"
    run_step "unpacking Keycloak $version" "$LOGS/unpack-keycloak.log" unpack_artifacts "$fresh" unpack@keycloak ||
        fail_with_log "Keycloak could not be unpacked" "$LOGS/unpack-keycloak.log"
    run_step "preparing Keycloak (once)" "$LOGS/prepare-keycloak.log" prepare_keycloak "$fresh/keycloak-$version" ||
        fail_with_log "Keycloak could not be prepared" "$LOGS/prepare-keycloak.log"
    mv "$fresh/keycloak-$version" "$KEYCLOAK"
    rm -rf "$fresh"
    remove_outdated keycloak "$KEYCLOAK"
}

# What depends on no data directory is decided now: later starts skip it (see docs/decisions/0001).
prepare_keycloak() {
    keycloak_java "$1"
    "${KEYCLOAK_COMMAND[@]}" build --db=dev-file --health-enabled=true
}

start_keycloak() {
    mkdir -p "$KEYCLOAK/data/import" "$DATA/keycloak"
    # imported at the first start only; a realm that is there already is left alone
    local realm=countersign-realm.json
    [ -z "$PRODUCTION" ] || realm=countersign-production-realm.json
    cp "$ROOT/security/src/main/keycloak/$realm" "$KEYCLOAK/data/import/countersign-realm.json"
    : >"$LOGS/keycloak-console.log"
    keycloak_java "$KEYCLOAK"
    # it takes its first administrator and its clients' secrets from nowhere else
    hide_secrets KC_BOOTSTRAP_ADMIN_PASSWORD COUNTERSIGN_DIRECTORY_SECRET COUNTERSIGN_CONSOLE_SECRET
    spawn keycloak "$LOGS/keycloak-console.log" "${KEYCLOAK_COMMAND[@]}" start --optimized --import-realm \
        "--db-url=jdbc:h2:file:$DATA/keycloak/keycloakdb;NON_KEYWORDS=VALUE" \
        --cache=local --http-enabled=true "--http-host=$HOST" "--http-port=$KEYCLOAK_PORT" "--http-management-port=$KEYCLOAK_HEALTH_PORT" \
        "--hostname=$COUNTERSIGN_KEYCLOAK_URL" \
        --log=file "--log-file=$LOGS/keycloak.log" --log-level=info,io.smallrye.health:warn
}

keycloak_is_ready() {
    http_call GET "$KEYCLOAK_HEALTH_PORT" /health/ready
    [ "$HTTP_STATUS" = 200 ]
}
