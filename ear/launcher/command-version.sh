# version: what this is, for a report.

command_version() {
    [ $# -eq 0 ] || die "version takes nothing, not '$1'"
    local version commit=''
    version=$(sed -n 's|^ *<version>\(.*\)</version> *$|\1|p' "$ROOT/pom.xml" | head -1)
    if [ -e "$ROOT/.git" ] && command -v git >/dev/null; then
        commit=$(git -C "$ROOT" rev-parse --short HEAD 2>/dev/null || true)
    fi
    note "Countersign $version${commit:+ ($commit)}, WildFly $(server_version wildfly), Keycloak $(server_version keycloak)"
}
