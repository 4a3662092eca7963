# verify: what the tests need, then the whole build with its tests. --fast: unit and architecture tests only. --all: those tagged "long" too.

command_verify() {
    local fast='' all='' narrowed='' arguments=()
    while [ $# -gt 0 ]; do
        case "$1" in
            --fast) fast=yes ;;
            --all) all=yes arguments+=(-DexcludedGroups=) ;;
            --)
                shift
                narrowed=yes arguments+=("$@")
                break
                ;;
            *) die "verify takes --fast, --all, and Maven's own options after --, not '$1'" ;;
        esac
        shift
    done
    settle_places
    LOGS="$ROOT/target/verify"
    mkdir -p "$LOGS" 2>/dev/null || die "cannot write to $ROOT/target"
    need_disk 2500 "$ROOT"
    need_maven
    want_bubblewrap
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    if [ -z "$fast" ]; then
        need_browser
        prepare_servers
    else
        arguments+=(-DskipITs)
    fi
    note "Countersign: mvn verify, JDK $JDK_VERSION from $JDK"
    local status=0
    (cd "$ROOT" && mvn -B -ntp verify ${arguments[@]+"${arguments[@]}"}) || status=$?
    if [ "$status" -ne 0 ]; then
        die "verify failed (mvn ended with $status); what failed is above, reports are in */target/surefire-reports and ear/system-tests/target/failsafe-reports"
    fi
    [ -n "$narrowed" ] || stamp_application
    if [ -n "$all" ]; then
        note "${GREEN}✓${PLAIN} every test passed"
    else
        note "${GREEN}✓${PLAIN} every test passed (verify --all runs the long ones too)"
    fi
}

# Servers are unpacked before the tests, so that no test waits for it.
prepare_servers() {
    mkdir -p "$INSTALL"
    lock_installation
    remove_half_unpacked
    install_wildfly
    install_keycloak
    unlock_installation
}

# The browser of the console's tests: found, or installed where the system's package manager may.
need_browser() {
    local name
    for name in "${COUNTERSIGN_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        [ -z "$name" ] || ! command -v "$name" >/dev/null || {
            COUNTERSIGN_BROWSER=$(command -v "$name")
            export COUNTERSIGN_BROWSER
            return 0
        }
    done
    local hint="install Chromium (Debian: apt-get install chromium) or name a browser in COUNTERSIGN_BROWSER; ./countersign verify --fast does without"
    can_install || die "the browser tests need Chromium: $hint"
    install_packages "$LOGS/install-chromium.log" chromium fonts-dejavu-core ||
        die "the browser tests need Chromium and installing it failed (see $LOGS/install-chromium.log): $hint"
    COUNTERSIGN_BROWSER=$(command -v chromium) || die "Chromium is installed, but not on the PATH: $hint"
    export COUNTERSIGN_BROWSER
}
