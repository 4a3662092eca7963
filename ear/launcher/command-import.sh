# import FILE: what export wrote, into a running installation; checked as if somebody had typed it.

command_import() {
    local word options=() rest=()
    for word in "$@"; do
        case "$word" in
            --replace | --activate) options+=("$word") ;;
            *) rest+=("$word") ;;
        esac
    done
    read_options --data -- ${rest[@]+"${rest[@]}"}
    [ ${#REST_OF_OPTIONS[@]} -eq 1 ] || die "import needs the file that export wrote"
    [ -r "${REST_OF_OPTIONS[0]}" ] || die "cannot read ${REST_OF_OPTIONS[0]}"
    transfer import "${REST_OF_OPTIONS[0]}" ${options[@]+"${options[@]}"}
}
