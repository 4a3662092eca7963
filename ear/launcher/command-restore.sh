# restore FILE: into an empty data directory only; what is there is never overwritten.

command_restore() {
    read_options --data -- "$@"
    [ ${#REST_OF_OPTIONS[@]} -eq 1 ] || die "restore needs the file that backup wrote"
    local source=${REST_OF_OPTIONS[0]} entries
    [ -r "$source" ] || die "cannot read $source"
    entries=$(tar -tzf "$source" 2>/dev/null) || die "$source is not an archive that backup wrote"
    grep -q '^db/' <<<"$entries" || die "$source is not an archive that backup wrote: it holds no database"
    ! grep -qE '^/|(^|/)\.\.(/|$)' <<<"$entries" || die "$source has paths that lead out of the data directory; it is not from backup"
    [ ! -d "$DATA/db" ] || [ -z "$(ls -A "$DATA/db")" ] || die "$DATA already holds an installation; move it away, or choose another directory with --data"
    make_places
    begin_step "restoring into $DATA"
    tar -C "$DATA" -xzf "$source" || die "restoring $source failed half-way; empty $DATA and try again"
    end_step
    note "Start it with ./countersign up"
}
