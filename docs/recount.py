#!/usr/bin/env python3
"""Counts the pairs of a replayed directory again, sharing nothing with Chorus: recount.py DIR COUNTS.csv [WINDOW]"""
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
    found = {(row["from_track"], row["to_track"]): [int(row["window_factual"]), int(row["adjacent_factual"])]
             for row in csv.DictReader(file)}
print(f"{len(expected)} pairs expected, {len(found)} found, {'equal' if dict(expected) == found else 'DIFFERENT'}")
sys.exit(dict(expected) != found)
