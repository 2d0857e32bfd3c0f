#!/usr/bin/env bash
# full_disk.sh [PROGRAM] [WRITER...]: fills a small disk under everything that the program writes. Needs root, for the disk.
# Each writer runs at 20 sizes of what is left of the disk: exit code 1, one line, the old files whole, nothing else there.
# Then it is killed 30 times at random moments: every file old or new, and after the next run nothing else there.
#   FULL_DISK_SIZES=4 FULL_DISK_KILLS=3 scripts/full_disk.sh build/release/twinscape png mp4    a short look at two of them
set -uo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-build/release/twinscape}"); shift || true
sizes=${FULL_DISK_SIZES:-20} kills=${FULL_DISK_KILLS:-30}
[[ -x $program ]] || { echo "full_disk: build first: scripts/build.sh release twinscape" >&2; exit 2; }
[[ $(id -u) -eq 0 ]] || { echo "full_disk: run this as root: it mounts a small tmpfs" >&2; exit 2; }

work=$(mktemp -d)
disk=$work/disk
mkdir "$disk" "$work/reference"
trap 'mountpoint -q "$disk" && umount -l "$disk"; rm -rf "$work"' EXIT
"$program" sample --quiet --style china --buildings 400 --out "$work/city" || exit 2
"$program" sample --quiet --style california --buildings 300 --out "$work/other" || exit 2
id=$("$program" results "$work/city" --quiet --method benchmark --out "$work/ids.csv" && sed -n 2p "$work/ids.csv" | cut -d, -f1)
city="$work/city --quiet --method benchmark"
film="--samples 1 --no-shadows --size 160x90 --fps 10 --seconds 1"

# A writer: its name -> its command, @ for the folder; and the files that it makes.
declare -A command files
add() { order+=("$1"); command[$1]=$2; files[$1]=$3; }
order=()
add gpkg    "results $city --hourly $id --out @/o.gpkg"              "o.gpkg o-hourly.csv"
add fgb     "results $city --out @/o.fgb"                            "o.fgb o-roads.fgb"
add geojson "results $city --out @/o.geojson"                        "o.geojson o-roads.geojson"
add csv     "results $city --out @/o.csv"                            "o.csv o-roads.csv"
add xlsx    "results $city --out @/o.xlsx"                           "o.xlsx"
add inventory-csv  "inventory $city --out @/i.csv"                   "i.csv"
add inventory-json "inventory $city --format json --out @/i.json"    "i.json"
add inventory-html "inventory $city --format html --out @/i.html"    "i.html"
add inventory-xlsx "inventory $city --format xlsx --out @/i.xlsx"    "i.xlsx"
add compare "compare $work/city $work/other --quiet --method benchmark --out @/c.csv" "c.csv"
add profile "profile $city --each-building --out @/p.csv"            "p.csv"
add sample  "sample --quiet --buildings 300 --out @"                 "city.gpkg city.toml"
zones=${TWINSCAPE_SHARED:-../shared}/validation/rc5r1c
[[ -f $zones/zones.csv ]] && add simulate "simulate --quiet --zones $zones/zones.csv --weather $zones/../../data/weather --out @/s.csv --hourly @/h.csv" "s.csv h.csv"
if "$program" snapshot --help > /dev/null 2>&1; then
    add png    "snapshot $city --size 640x360 --out @/o.png"         "o.png"
    add frames "video $city $film --frames @"                        "$(printf 'frame-%05d.png ' {1..10})"
    if command -v ffmpeg > /dev/null; then
        add mp4  "video $city $film --out @/o.mp4"                   "o.mp4"
        add webm "video $city $film --out @/o.webm"                  "o.webm"
        add gif  "video $city $film --out @/o.gif"                   "o.gif"
    fi
fi
[[ $# -gt 0 ]] && order=("$@")

fresh_disk() {  # a disk with the old files on it
    mountpoint -q "$disk" && umount -l "$disk"
    mount -t tmpfs -o size=256m tmpfs "$disk"
    local name
    for name in $1; do echo "the old $name" > "$disk/$name"; done
}
leave_room() {  # leave_room BYTES: a file takes all the rest
    local free
    free=$(df --output=avail -B1 "$disk" | tail -1)
    fallocate -l $((free - $1)) "$disk/filler"
}
everything() { (cd "$disk" && find . -mindepth 1 ! -name filler | sort | while read -r f; do [[ -f $f ]] && sha256sum "$f" || echo "$f"; done); }
words_of() { echo "${command[$1]//@/$2}"; }

faults=0
fault() { faults=$((faults + 1)); echo "full_disk: $*" >&2; }
printf '%-15s %9s %5s %9s %9s   %5s %5s %5s %9s\n' writer bytes sizes "exit 1" "old whole" kills old new "left over"
for writer in "${order[@]}"; do
    rm -rf "$work/reference"; mkdir "$work/reference"
    started=$(date +%s%N)
    # shellcheck disable=SC2046
    "$program" $(words_of "$writer" "$work/reference") 2> "$work/said" || fault "$writer does not work at all: $(cat "$work/said")"
    took_ms=$((($(date +%s%N) - started) / 1000000))
    bytes=0
    for name in ${files[$writer]}; do
        size=$(stat -c %s "$work/reference/$name"); bytes=$((bytes + (size + 4095) / 4096 * 4096))
    done
    well=0 whole=0
    for ((k = 0; k < sizes; ++k)); do
        fresh_disk "${files[$writer]}"
        leave_room $((bytes * k / sizes / 4096 * 4096))
        before=$(everything)
        # shellcheck disable=SC2046
        "$program" $(words_of "$writer" "$disk") > /dev/null 2> "$work/said"
        code=$?
        lines=$(wc -l < "$work/said")
        if [[ $code -eq 1 && $lines -eq 1 ]]; then well=$((well + 1)); else
            fault "$writer at $k/$sizes: exit $code, $lines lines: $(tail -1 "$work/said")"; fi
        if [[ $(everything) == "$before" ]]; then whole=$((whole + 1)); else
            fault "$writer at $k/$sizes: files have changed"; fi
    done
    said=$(head -1 "$work/said")
    old=0 new=0 left=0
    for ((k = 0; k < kills; ++k)); do
        fresh_disk "${files[$writer]}"
        # shellcheck disable=SC2046
        "$program" $(words_of "$writer" "$disk") > /dev/null 2>&1 &
        process=$!
        # Anywhere in the run, more often in its second half, where it writes.
        sleep "$(awk -v r=$RANDOM -v ms="$took_ms" 'BEGIN { printf "%.3f", ms / 1000 * sqrt(r / 32768) }')"
        kill -9 $process 2> /dev/null
        wait $process 2> /dev/null
        replaced=0
        for name in ${files[$writer]}; do
            [[ "$(head -c 100 "$disk/$name" | tr -d '\0' | head -1)" == "the old $name" ]] && continue
            replaced=1
            [[ $(stat -c %s "$disk/$name") -eq $(stat -c %s "$work/reference/$name") ]] || fault "$writer, kill $k: $name is cut"
        done
        if [[ $replaced -eq 1 ]]; then new=$((new + 1)); else old=$((old + 1)); fi
        # The program that is gone may have left its encoder, which ends by itself.
        # shellcheck disable=SC2046
        "$program" $(words_of "$writer" "$disk") > /dev/null 2> "$work/said" || fault "$writer after kill $k: $(cat "$work/said")"
        there=$(cd "$disk" && find . -mindepth 1 -printf '%P\n' | sort | tr '\n' ' ')
        [[ $there == "$(tr ' ' '\n' <<< "${files[$writer]}" | sed '/^$/d' | sort | tr '\n' ' ')" ]] || { left=$((left + 1)); fault "$writer after kill $k: $there"; }
    done
    printf '%-15s %9s %5s %9s %9s   %5s %5s %5s %9s   %s\n' "$writer" "$bytes" "$sizes" "$well" "$whole" "$kills" "$old" "$new" "$left" "${said//$disk\//}"
done
# Standard output is a file too.
for words in "inventory $city" "check $work/city --quiet" "profile $city" "--help"; do
    # shellcheck disable=SC2086
    "$program" $words > /dev/full 2> "$work/said"
    code=$?
    [[ $code -eq 1 && $(wc -l < "$work/said") -eq 1 ]] || fault "$words > /dev/full: exit $code: $(cat "$work/said")"
    printf '%-15s > /dev/full: exit %s, %s\n' "${words%% *}" "$code" "$(cat "$work/said")"
done
[[ $faults -eq 0 ]] && echo "full_disk: all well" || { echo "full_disk: $faults faults" >&2; exit 1; }
