# script check|test|new|install …: the sandbox's own command line; no server, no network.

command_script() {
    settle_places
    # exit code 2: unusable, as the commands themselves say it
    need_jdk
    local home="$ROOT/ejb/sandbox/target" stamp
    stamp=$(stamp_of pom.xml ejb/pom.xml ejb/sandbox ejb/script-api)
    if [ ! -d "$home/lib" ] || [ "$(cat "$home/script.stamp" 2>/dev/null)" != "$stamp" ]; then
        build_script_command "$stamp"
    fi
    local classes=() paths
    [ ! -r "$home/archives/command.jsa" ] || classes=("-XX:SharedArchiveFile=$home/archives/command.jsa")
    paths=$(script_class_path)
    exec "$JAVA" "${classes[@]}" "${COMMAND_OPTIONS[@]}" "-Dcountersign.sandbox.archives=$home/archives" \
        "-Dcountersign.sandbox.classpath=$paths" -cp "$paths" io.countersign.sandbox.cli.ScriptCommand "$@"
}

# An archive of classes that does not fit is passed over without a word.
COMMAND_OPTIONS=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -Xshare:auto -Xlog:disable -Xlog:all=error:stderr)

# Jars only: a virtual machine keeps no archive of classes from folders.
script_class_path() {
    printf '%s' "$ROOT"/ejb/sandbox/target/countersign-sandbox-*-SNAPSHOT.jar "$ROOT/ejb/sandbox/target/lib/*" | sed 's,\.jar/,.jar:/,'
}

# What makes a worker's start quick, kept for all starts to come; without it a start is only slower.
keep_loaded_classes() {
    local folder="$ROOT/ejb/sandbox/target/archives"
    rm -rf "$folder"
    "$JAVA" -XX:+UseSerialGC "-Dcountersign.sandbox.archives=$folder" "-Dcountersign.sandbox.classpath=$(script_class_path)" \
        -cp "$(script_class_path)" io.countersign.sandbox.worker.PrepareWorkers >/dev/null 2>&1 || true
    keep_classes_of_command "$folder"
}

# The command's own classes: those that a check of a script with everything usual in it has loaded.
keep_classes_of_command() {
    local sample
    mkdir -p "$1"
    sample=$(mktemp -d) || return 0
    sed 's/@NAME@/Sample/g' "$ROOT/ejb/sandbox/src/main/resources/io/countersign/sandbox/cli/new/script.txt" >"$sample/Sample.java"
    "$JAVA" "-XX:ArchiveClassesAtExit=$1/command.jsa" "${COMMAND_OPTIONS[@]}" -cp "$(script_class_path)" \
        io.countersign.sandbox.cli.ScriptCommand check "$sample/Sample.java" >/dev/null 2>&1 || true
    rm -rf "$sample"
}

# Its progress goes to stderr: stdout belongs to --json.
build_script_command() {
    need_maven >&2
    local log
    log=$(mktemp) || die "cannot write to the temporary directory: free some disk"
    run_step "building the sandbox" "$log" \
        mvn -B -ntp -f "$ROOT/pom.xml" -Dunchecked -Dmaven.test.skip=true -pl ejb/sandbox -am package >&2 ||
        fail_with_log "the sandbox could not be built" "$log"
    rm -f "$log"
    keep_loaded_classes
    printf '%s\n' "$1" >"$ROOT/ejb/sandbox/target/script.stamp"
}
