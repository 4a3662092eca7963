# backup FILE: everything of a stopped installation with the embedded database, in one archive.

command_backup() {
    read_options --data -- "$@"
    [ ${#REST_OF_OPTIONS[@]} -eq 1 ] || die "backup needs the file to write, e.g. ./countersign backup countersign-backup.tar.gz"
    local target=${REST_OF_OPTIONS[0]}
    [ -d "$DATA/db" ] || die "there is no installation in $DATA"
    [ ! -e "$target" ] || die "$target exists already; name another file"
    DATA=$(cd "$DATA" && pwd -P)
    settle_places
    must_be_stopped backup
    begin_step "writing $target"
    (umask 077 && tar -C "$DATA" -czf "$target.new" $(cd "$DATA" && ls -d db keycloak secrets credentials node server/data 2>/dev/null)) ||
        { rm -f "$target.new"; die "the backup could not be written to $target: is there space and the right to write?"; }
    tar -tzf "$target.new" >/dev/null || { rm -f "$target.new"; die "the backup that was written cannot be read back; nothing was kept"; }
    mv "$target.new" "$target"
    end_step "$(du -h "$target" | cut -f1)"
    note "It holds keys and secrets: keep it as closed as $DATA itself. A PostgreSQL database is backed up with its own tools."
}

# The embedded database is consistent on disk only when nobody has it open.
must_be_stopped() {
    if is_running server || is_running keycloak; then
        die "$1 needs a stopped installation; run ./countersign down first"
    fi
}
