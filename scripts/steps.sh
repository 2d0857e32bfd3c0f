# Sourced: runs steps, and tells what each took.
#   step NAME COMMAND...      ends the script when the command fails
#   step_times                the table, wall and processor seconds
# Scripts that call each other write into one table (TWINSCAPE_STEPS).
if [[ -z "${TWINSCAPE_STEPS:-}" ]]; then
    TWINSCAPE_STEPS=$(mktemp)
    export TWINSCAPE_STEPS
    step_owner=1
    trap 'rm -f "$TWINSCAPE_STEPS" "$TWINSCAPE_STEPS.times"' EXIT
fi

step() {
    local name=$1 begin=$SECONDS code=0; shift
    local user; times > "$TWINSCAPE_STEPS.times"; user=$(step_children)
    echo "== $name" >&2
    "$@" || code=$?
    times > "$TWINSCAPE_STEPS.times"
    printf '%-44s %6d s   %6d s of processors   %s\n' "$name" $((SECONDS - begin)) $(($(step_children) - user)) \
        "$([[ $code == 0 ]] && echo ok || echo FAILED)" >> "$TWINSCAPE_STEPS"
    [[ $code == 0 ]] || { step_times; exit "$code"; }
}
# User seconds of the children so far. `times` itself must run in this shell, not in a pipe's.
step_children() { awk 'NR == 2 { split($1, t, /[ms]/); printf "%d", t[1] * 60 + t[2] }' "$TWINSCAPE_STEPS.times"; }

step_times() {
    [[ "${step_owner:-}" == 1 ]] || return 0
    echo "Time by step (processors: user seconds of all of them):"
    cat "$TWINSCAPE_STEPS"
}
