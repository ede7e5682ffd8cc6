# Sentences for the terminal, Vietnamese first; read by the other scripts with `.`.

say() {
    printf '%s\n' "$*" >&2
}

# refuse VIETNAMESE ENGLISH: one sentence each, then the end.
refuse() {
    printf '\n%s\n%s\n' "$1" "$2" >&2
    exit 1
}
