# Finds a JDK (17, 21 or 25) and Maven (3.8+), or has the system's package manager install them.

JDK_WANTED='17 21 25'

# The major version of the JDK at $1; empty if there is none, or no compiler.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    local line=''
    [ ! -r "$1/release" ] || line=$(grep '^JAVA_VERSION=' "$1/release" || true)
    [ -n "$line" ] || line=$("$1/bin/java" -version 2>&1 | head -1 || true)
    [[ "$line" =~ \"(1\.)?([0-9]+) ]] && echo "${BASH_REMATCH[2]}" || true
}

jdk_candidates() {
    [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
    local java
    if java=$(command -v java); then
        java=$(readlink -f "$java" 2>/dev/null || echo "$java")
        dirname "$(dirname "$java")"
    fi
    local home
    for home in /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ ! -x "$home/bin/javac" ] || echo "$home"
    done
}

find_jdk() {
    local home version
    while IFS= read -r home; do
        version=$(jdk_version "$home")
        case " $JDK_WANTED " in *" ${version:-none} "*)
            JDK=$home JDK_VERSION=$version
            return 0
            ;;
        esac
    done < <(jdk_candidates)
    return 1
}

# Runs a command as root if that needs no password.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

# install_packages LOG PACKAGE… : quiet, without questions
install_packages() {
    local log=$1
    shift
    run_step "refreshing the package lists" "$log" as_root apt-get -q update || true
    run_step "installing $*" "$log" as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@"
}

first_available_package() {
    local package
    for package in "$@"; do
        if apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [0-9]'; then
            echo "$package"
            return 0
        fi
    done
    return 1
}

need_jdk() {
    [ -z "${JDK:-}" ] || return 0
    if ! find_jdk; then
        local hint="install a JDK 17, 21 or 25 (Debian, Ubuntu: apt-get install openjdk-17-jdk-headless) or point JAVA_HOME at one"
        local found=''
        ! command -v java >/dev/null || found="; the java on the PATH is not one of them (or has no compiler)"
        can_install || die "no JDK found$found: $hint"
        local log package
        log=$(mktemp) || die "cannot write to the temporary directory: free some disk"
        as_root apt-get -q update >"$log" 2>&1 || true
        package=$(first_available_package openjdk-17-jdk-headless openjdk-21-jdk-headless openjdk-25-jdk-headless) ||
            die "no JDK found and the package manager has none: $hint"
        install_packages "$log" "$package" || die "no JDK found and installing $package failed (see $log): $hint"
        find_jdk || die "no JDK found even after installing $package: $hint"
    fi
    export JAVA_HOME=$JDK
    JAVA=$JDK/bin/java
}

maven_is_usable() {
    local mvn version
    mvn=$(command -v mvn) || return 1
    version=$("$mvn" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -1)
    [ -n "$version" ] || return 1
    set -- $version
    [ "$1" -gt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -ge 8 ]; }
}

need_maven() {
    need_jdk
    maven_is_usable && return 0
    local hint="install Maven 3.8 or newer (Debian, Ubuntu: apt-get install maven)"
    ! command -v mvn >/dev/null || die "the mvn on the PATH does not run or is older than 3.8: $hint"
    can_install || die "no Maven found: $hint"
    local log
    log=$(mktemp) || die "cannot write to the temporary directory: free some disk"
    install_packages "$log" maven || die "no Maven found and installing it failed (see $log): $hint"
    hash -r
    maven_is_usable || die "the Maven that was installed does not run or is older than 3.8: $hint"
}

# The sandbox's workers have more layers around them with bubblewrap; without it they have fewer, and status says which.
# Tried once for a checkout: where the package manager has none, every start would wait for it again.
want_bubblewrap() {
    [ "$(uname -s)" = Linux ] && ! command -v bwrap >/dev/null || return 0
    local log="$LOGS/install-bubblewrap.log"
    if can_install && [ ! -f "$INSTALL/bubblewrap.tried" ]; then
        mkdir -p "$INSTALL" && : >"$INSTALL/bubblewrap.tried"
        install_packages "$log" bubblewrap && hash -r
    fi
    command -v bwrap >/dev/null ||
        note "  bubblewrap is not installed: sandbox workers see the host's files (Debian, Ubuntu: apt-get install bubblewrap)"
}
