#!/usr/bin/env bash
# Twinscape, deck.gl, MapLibre and QGIS on the same buildings, one after another; writes the tables into docs/performance.md.
#   bench/peers/run.sh [RUNS]             RUNS 3 when not given; medians are shown
#   SAN_FRANCISCO=FILE CITIES="california san_francisco"   which cities, and where the second lies
# Everything it makes lies in bench/peers/out: data, pictures, results.jsonl, results.json, table.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
peers=bench/peers out=$PWD/bench/peers/out runs=${1:-3}
san_francisco=${SAN_FRANCISCO:-../shared/data/san-francisco/sf_footprints_citywide.shz}
cities=${CITIES:-california san_francisco}
say() { echo "peers: $*" >&2; }

scripts/setup.sh
scripts/setup.sh $peers/packages.txt
command -v npm >/dev/null || { say "needs Node.js 18 or newer with npm (Debian: nodejs npm)"; exit 1; }
[[ -d $peers/node_modules ]] || npm ci --prefix $peers --no-audit --no-fund >&2
scripts/build.sh release twinscape
twinscape=$PWD/build/release/twinscape
mkdir -p "$out/data" "$out/pictures"

# The buildings of a city as GeoJSON (7 decimals, outer rings counter-clockwise) and, out of that, as FlatGeobuf: the same content.
write_pair() {  # NAME SOURCE LAYER
    ogr2ogr -f GeoJSON -t_srs EPSG:4326 -lco RFC7946=YES -lco COORDINATE_PRECISION=7 -nln buildings "$out/data/new.geojson" "$2" "$3"
    ogr2ogr -f FlatGeobuf -nln buildings "$out/data/$1.fgb" "$out/data/new.geojson"
    mv "$out/data/new.geojson" "$out/data/$1.geojson"
}
make_city() {
    [[ -f $out/data/$1.geojson && -f $out/data/$1.fgb ]] && return
    say "writing the buildings of $1"
    rm -f "$out/data/new.geojson" "$out/data/$1.fgb"
    if [[ $1 == california ]]; then
        "$twinscape" --quiet sample --style california --buildings 104000 --seed 1 --out "$out/data/sample"
        write_pair "$1" "$out/data/sample/city.gpkg" buildings
    else
        # These footprints have no heights: Twinscape's results carry the ones it assumes, and repaired outlines.
        "$twinscape" --quiet results --buildings "$san_francisco" --region US-CA --method benchmark --out "$out/data/results.gpkg"
        write_pair "$1" "$out/data/results.gpkg" buildings
        rm -f "$out/data/results.gpkg"
    fi
}

export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$out}
in_browser() { xvfb-run -a -s "-screen 0 1400x1000x24" node $peers/browser.mjs "$@"; }
# One line of results: what was measured, with which program, file and load average before it.
measure() {  # CITY RUN PROGRAM FILE COMMAND...
    local city=$1 run=$2 program=$3 file=$4 load measured; shift 4
    read -r load _ < /proc/loadavg
    say "$city, run $run of $runs: $program, $file (load $load)"
    cat "$out/data/$city.$file" > /dev/null
    measured=$("$@") || { say "$program failed"; failed=1; return 0; }
    printf '{"city":"%s","run":%s,"program":"%s","file":"%s","load":%s,"measured":%s}\n' "$city" "$run" "$program" "$file" "$load" "$(tr -d '\n' <<< "$measured")" >> "$out/results.jsonl"
}

failed=0
rm -f "$out/results.jsonl"
for city in $cities; do
    if [[ $city == san_francisco && ! -f $san_francisco ]]; then say "no $san_francisco: San Francisco left out"; continue; fi
    make_city "$city"
    buildings=$(ogrinfo -ro -so "$out/data/$city.fgb" buildings | sed -n 's/^Feature Count: //p')
    for run in $(seq "$runs"); do
        for file in fgb geojson; do
            measure "$city" "$run" twinscape $file "$twinscape" --quiet bench --buildings "$out/data/$city.$file" --region US-CA --size 1280x720 --frames 30 --without-simulation --json
        done
        # Every building by itself, as the others draw it; Twinscape otherwise merges what is smaller than a pixel.
        measure "$city" "$run" twinscape_every fgb "$twinscape" --quiet bench --buildings "$out/data/$city.fgb" --region US-CA --size 1280x720 --frames 30 --detail 1000 --without-simulation --json
        # All look from where Twinscape looks.
        camera=$(tail -n 1 "$out/results.jsonl" | node -e 'console.log(JSON.stringify(JSON.parse(require("fs").readFileSync(0)).measured.camera))')
        for file in fgb geojson; do
            measure "$city" "$run" deckgl $file in_browser deckgl "$out/data/$city.$file" "$camera" "$buildings" "$out/pictures/$city-deckgl-$file.png"
        done
        measure "$city" "$run" maplibre geojson in_browser maplibre "$out/data/$city.geojson" "$camera" "$buildings" "$out/pictures/$city-maplibre.png"
        measure "$city" "$run" qgis fgb /usr/bin/python3 $peers/qgis_2d.py "$out/data/$city.fgb" "$out/pictures/$city-qgis.png"
    done
done

node $peers/report.mjs "$out/results.jsonl" "$out/results.json" > "$out/table.md"
awk -v tables="$out/table.md" '
    /<!-- peers begin -->/ { print; print ""; while ((getline line < tables) > 0) print line; skipping = 1 }
    /<!-- peers end -->/ { skipping = 0 }
    !skipping && !/<!-- peers begin -->/ { print }' docs/performance.md > docs/performance.md.new
mv docs/performance.md.new docs/performance.md
say "docs/performance.md written"
cat "$out/table.md"
exit $failed
