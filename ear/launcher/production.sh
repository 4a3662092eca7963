# What an installation must not have where it matters: `up --production` refuses each, `doctor` shows each. One line says
# what is wrong and how to mend it.

FINDINGS=() WARNINGS=()

finding() {
    FINDINGS+=("$*")
}

warning() {
    WARNINGS+=("$*")
}

# is_loopback URL
is_loopback() {
    local host=${1#*://}
    host=${host%%/*}
    host=${host##*@}
    case "$host" in
        localhost | localhost:* | 127.* | '[::1]' | '[::1]:'*) return 0 ;;
        *) return 1 ;;
    esac
}

is_https() {
    case "$1" in [hH][tT][tT][pP][sS]://*) return 0 ;; *) return 1 ;; esac
}

# Everything that the settings of this shell and the options tell; needs export_settings before.
look_at_settings() {
    FINDINGS=() WARNINGS=()
    look_at_addresses
    look_at_admin_key
    look_at_database
    look_at_switches
    look_at_sandbox
}

look_at_addresses() {
    if ! is_https "$COUNTERSIGN_BASE_URL"; then
        is_loopback "$COUNTERSIGN_BASE_URL" ||
            finding "COUNTERSIGN_BASE_URL=$COUNTERSIGN_BASE_URL is not https: put a TLS proxy in front and name its https address"
    fi
    if [ -z "${COUNTERSIGN_KEYCLOAK_URL:-}" ]; then
        finding "there is no Keycloak (--no-keycloak): people would be names on keys; name yours in COUNTERSIGN_KEYCLOAK_URL or leave the option out"
    elif ! is_https "$COUNTERSIGN_KEYCLOAK_URL" && ! is_loopback "$COUNTERSIGN_KEYCLOAK_URL"; then
        finding "COUNTERSIGN_KEYCLOAK_URL=$COUNTERSIGN_KEYCLOAK_URL is not https: passwords would travel in the clear; name its https address"
    elif is_loopback "$COUNTERSIGN_KEYCLOAK_URL" && ! is_loopback "$COUNTERSIGN_BASE_URL"; then
        warning "Keycloak is at $COUNTERSIGN_KEYCLOAK_URL: only browsers on this machine can sign in; name one with an https address in COUNTERSIGN_KEYCLOAK_URL"
    fi
    [ -z "$DEMO_TARGET" ] || finding "--demo-target opens this machine's own address to scripts: leave it out"
}

look_at_admin_key() {
    local key=${COUNTERSIGN_BOOTSTRAP_ADMIN_KEY#csk_} kinds
    if [ ${#key} -lt 43 ]; then
        finding "COUNTERSIGN_BOOTSTRAP_ADMIN_KEY is too short to be random: leave it unset, or give csk_ and 43 random characters"
        return 0
    fi
    kinds=$(printf %s "$key" | fold -w1 | sort -u | wc -l)
    [ "$kinds" -ge 16 ] ||
        finding "COUNTERSIGN_BOOTSTRAP_ADMIN_KEY is not random: leave it unset, or give csk_ and 43 random characters"
}

look_at_database() {
    [ "$DB_DRIVER" != h2 ] ||
        warning "the database is the embedded H2: one node and no online backup; use --profile postgres with COUNTERSIGN_DB_URL"
}

# refused_value NAME VALUE WHY
refused_value() {
    local value
    value=$(printf %s "${!1:-}" | tr '[:upper:]' '[:lower:]')
    [ "$value" != "$2" ] || finding "$1=$2: $3; unset it"
}

look_at_switches() {
    case ",$(printf %s "${APPROVAL_NOTIFIER:-}" | tr -d ' ' | tr '[:upper:]' '[:lower:]')," in
        *,slack,*)
            [ -n "${SLACK_SIGNING_SECRET:-}" ] || [ -n "${SLACK_APP_TOKEN:-}" ] ||
                finding "APPROVAL_NOTIFIER has slack, but SLACK_SIGNING_SECRET is not set: set it (or SLACK_APP_TOKEN for Socket Mode), or no click is believed"
            ;;
    esac
    refused_value COUNTERSIGN_KEYS_FOR_OTHERS allow "an administrator could make keys that act as other people"
    refused_value APPROVAL_CHANNEL_LINKS decide "whoever reads a channel's message could decide"
    refused_value COUNTERSIGN_PUBLISHING_REVIEW off "one person could make what runs without agreement"
    refused_value EGRESS_ALLOW_PRIVATE true "scripts could reach every address of your own network; list those needed in EGRESS_ALLOWED_HOSTS"
    refused_value SANDBOX_ISOLATION in_process "scripts would share the server's process and memory"
}

# Without these a worker that was taken over reaches further than its pipe; limits and control groups bound what it uses.
PRODUCTION_LAYERS=user,capabilities,privileges,network,files,processes,ipc,seccomp,limits

# In production they are required unless somebody says otherwise.
require_layers() {
    [ -z "$PRODUCTION" ] || export SANDBOX_REQUIRE=${SANDBOX_REQUIRE-$PRODUCTION_LAYERS}
}

look_at_sandbox() {
    local layer lacking=''
    for layer in ${PRODUCTION_LAYERS//,/ }; do
        case ",${SANDBOX_REQUIRE-$PRODUCTION_LAYERS}," in *",$layer,"*) ;; *) lacking="$lacking${lacking:+,}$layer" ;; esac
    done
    [ -z "$lacking" ] || warning "SANDBOX_REQUIRE does not name $lacking: the server starts where sandbox workers lack them"
    [ "$(uname -s)" != Linux ] || command -v bwrap >/dev/null ||
        warning "bubblewrap is not installed: sandbox workers have no view of files of their own and no filter of system calls (Debian, Ubuntu: apt-get install bubblewrap)"
}

# The realm as Keycloak has it: redirects, origins, direct grants, demo users. Needs a Keycloak that answers.
look_at_realm() {
    local kind text
    while IFS=$'\t' read -r kind text; do
        case "$kind" in
            REFUSE) finding "$text" ;;
            WARN) warning "$text" ;;
        esac
    done < <(run_doctor realm)
}

# run_doctor WORD : secrets travel in the environment, arguments are for everybody to see
run_doctor() {
    local lib="$ROOT/ejb/sandbox/target/lib"
    [ -d "$lib" ] || die "the application is not built here; ./countersign up builds it"
    "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$lib/*" "$LAUNCHER/Doctor.java" "$@"
}

show_findings() {
    local one
    for one in ${FINDINGS[@]+"${FINDINGS[@]}"}; do
        printf '  %srefused%s  %s\n' "$RED" "$PLAIN" "$one"
    done
    for one in ${WARNINGS[@]+"${WARNINGS[@]}"}; do
        printf '  warning  %s\n' "$one"
    done
}

# Ends the command when something was found.
refuse_findings() {
    show_findings >&2
    [ ${#FINDINGS[@]} -eq 0 ] || die "--production refuses ${#FINDINGS[@]} of these settings; mend them, or start without --production"
}
