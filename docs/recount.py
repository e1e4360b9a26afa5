#!/usr/bin/env python3
"""Counts the pairs of a replayed directory again, sharing nothing with Chorus: recount.py DIR COUNTS.csv [WINDOW [WORLD]]

Every world of COUNTS.csv is compared, or WORLD alone: with campaigns only the world without any has the directory's own counts."""
import collections, csv, glob, json, sys

directory, exported = sys.argv[1:3]
window = int(sys.argv[3]) if len(sys.argv) > 3 else 10
expected = collections.defaultdict(lambda: [0, 0])
for name in glob.glob(directory + "/mpd.slice.*.json"):
    with open(name, encoding="utf-8") as file:
        for playlist in json.load(file)["playlists"]:
            ordered = sorted(playlist["tracks"], key=lambda track: track["pos"])
            tracks = list(dict.fromkeys(track["track_uri"] for track in ordered))  # the first of repeated ones
            for i, first in enumerate(tracks):
                for distance, second in enumerate(tracks[i + 1:i + 1 + window], start=1):
                    expected[first, second][0] += 1
                    expected[first, second][1] += distance == 1
with open(exported, encoding="utf-8", newline="") as file:
    rows = csv.DictReader(file)
    worlds = sys.argv[4:5] or [name[len("window_"):] for name in rows.fieldnames if name.startswith("window_")]
    found = {world: {} for world in worlds}
    for row in rows:
        for world, pairs in found.items():
            counts = [int(row["window_" + world]), int(row["adjacent_" + world])]
            if any(counts):  # a pair may be one of other worlds only
                pairs[row["from_track"], row["to_track"]] = counts
for world, pairs in found.items():
    verdict = "equal" if dict(expected) == pairs else "DIFFERENT"
    print(f"{len(expected)} pairs expected, {len(pairs)} found in {world}, {verdict}")
sys.exit(not found or any(dict(expected) != pairs for pairs in found.values()))
