# Unpacks the servers once per checkout, into .countersign/: next to their final place and renamed when complete, so that
# a start that was cut off leaves nothing that looks finished.

server_version() {
    sed -n "s|.*<$1.version>\(.*\)</$1.version>.*|\1|p" "$ROOT/pom.xml" | head -1
}

# unpack_artifacts DIRECTORY EXECUTION… : by the executions of ear/pom.xml, from the configured Maven repositories
unpack_artifacts() {
    local directory=$1
    shift
    mvn -B -ntp -f "$ROOT/ear/pom.xml" -Dquick "${@/#/dependency:}" "-Dserver.unpack.directory=$directory"
}

# The checkout's build and installation are shared by all data directories: one start at a time works on them.
lock_installation() {
    command -v flock >/dev/null || return 0
    exec 8>"$INSTALL/lock"
    if ! flock -n 8; then
        begin_step "waiting for another start that builds or unpacks"
        while ! flock -n 8; do
            tick_step
            sleep 0.5
        done
        end_step
    fi
}

unlock_installation() {
    exec 8>&-
}

remove_half_unpacked() {
    local leftover
    for leftover in "$INSTALL"/.new-*; do
        [ ! -e "$leftover" ] || rm -rf "$leftover"
    done
}

# Installations of other versions or settings go, unless a server still runs on them.
remove_outdated() {
    local directory
    for directory in "$INSTALL/$1"-*; do
        [ -d "$directory" ] && [ "$directory" != "$2" ] || continue
        process_lines | grep -F -e "$directory/" >/dev/null || rm -rf "$directory"
    done
}

# fingerprint PATH… : a short name for the state of the files
fingerprint() {
    stamp_of "$@" | tr ' ' -
}

install_wildfly() {
    local version fresh
    version=$(server_version wildfly)
    WILDFLY="$INSTALL/wildfly-$version-$(fingerprint ear/server)"
    [ -d "$WILDFLY" ] && return 0
    need_maven
    fresh="$INSTALL/.new-wildfly-$$"
    mkdir -p "$fresh"
    run_step "unpacking WildFly $version" "$LOGS/unpack-wildfly.log" unpack_artifacts "$fresh" unpack@wildfly copy@jdbc-driver ||
        fail_with_log "WildFly could not be unpacked" "$LOGS/unpack-wildfly.log"
    run_step "configuring WildFly" "$LOGS/configure-wildfly.log" configure_wildfly "$fresh/wildfly-$version" ||
        fail_with_log "WildFly could not be configured" "$LOGS/configure-wildfly.log"
    mv "$fresh/wildfly-$version" "$WILDFLY"
    rm -rf "$fresh"
    remove_outdated wildfly "$WILDFLY"
}

configure_wildfly() {
    local home=$1 script
    cp -R "$ROOT/ear/server/modules/." "$home/modules/"
    mkdir -p "$home/pages" && cp "$ROOT/ear/server/unavailable.json" "$home/pages/"
    mv "$home"/../postgresql-*.jar "$home/modules/org/postgresql/main/postgresql.jar" || return 1
    cp "$home/standalone/configuration/standalone-full.xml" "$home/standalone/configuration/countersign.xml"
    for script in configure deployment broker; do
        [ "$script" != broker ] || cp "$home/standalone/configuration/countersign.xml" "$home/standalone/configuration/countersign-broker.xml"
        (cd "$home" && JBOSS_HOME=$home "$JAVA" -Xmx256m -XX:TieredStopAtLevel=1 "-Dcountersign.data=$home/standalone/data" \
            -jar jboss-modules.jar -mp modules org.jboss.as.cli "--file=$ROOT/ear/server/$script.cli") || return 1
    done
    rm -rf "$home/standalone/configuration/standalone_xml_history" "$home/standalone/log" "$home/standalone/data" \
        "$home/standalone/tmp" "$home/welcome-content" "$home/docs" "$home/appclient" "$home/domain"
}

# need_disk MEGABYTES PATH
need_disk() {
    local free
    free=$(df -Pk "$2" 2>/dev/null | awk 'NR==2 {print int($4/1024)}')
    [ -z "$free" ] || [ "$free" -ge "$1" ] || die "only $free MB free on the disk of $2, $1 MB are needed: free some or choose another place with --data"
}
