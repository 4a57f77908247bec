#!/bin/sh
# The contact sheet of all scenes: tools/scenes/sheet.sh [PICTURE [WIDTH]]. Needs Chromium; every scene is at its resting frame.
set -e
root=$(cd "$(dirname "$0")/../.." && pwd)
picture=${1:-$root/docs/screens/scenes.png}
width=${2:-280}
scenes=$root/content/instruments/how-i-work/scenes
page=$(mktemp -d)
trap 'rm -rf "$page"' EXIT
columns=5
count=$(ls "$scenes"/*.svg | wc -l)
rows=$(((count + columns - 1) / columns))
{
    echo "<!doctype html><body style='margin:12px;background:#f0f4ee;font:14px sans-serif;display:grid;gap:12px;grid-template-columns:repeat($columns,${width}px)'>"
    for f in "$scenes"/*.svg; do
        echo "<div><img src='file://$f' width='$width' style='display:block;border-radius:10px'>$(basename "$f" .svg)</div>"
    done
} >"$page/sheet.html"
"${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-prefers-reduced-motion \
    --user-data-dir="$page/profile" --window-size=$((columns * (width + 12) + 12)),$((rows * (width * 3 / 5 + 29) + 12)) \
    --screenshot="$picture" "file://$page/sheet.html" 2>/dev/null
echo "$picture: $count scenes"
