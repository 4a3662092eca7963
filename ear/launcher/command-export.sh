# export FILE: the workflows and policies of a running installation, in one file for another.

command_export() {
    read_options --data -- "$@"
    [ ${#REST_OF_OPTIONS[@]} -eq 1 ] || die "export needs the file to write, e.g. ./countersign export workflows.json"
    local target=${REST_OF_OPTIONS[0]}
    [ ! -e "$target" ] || die "$target exists already; name another file"
    transfer export "$target"
}
