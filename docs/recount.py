#!/usr/bin/env python3
"""Counts the pairs of replayed files again, sharing nothing with Chorus: recount.py DIR COUNTS.csv [WINDOW [WORLD]]

Reads what `chorus replay DIR` reads (docs/data.md says what that is), and leaves it to that command to find faults.
Every world of COUNTS.csv is compared, or WORLD alone: with campaigns only the world without any has the files' own counts."""
import collections, csv, gzip, io, json, os, sys, zipfile


def files(root):
    """Name and contents of each file that may hold playlists: in a folder, those within it, and zip files."""
    paths = [root] if os.path.isfile(root) else [
        os.path.join(folder, name) for folder, _, names in os.walk(root, followlinks=True) for name in names
        if visible(os.path.join(os.path.relpath(folder, root), name))]
    for path in paths:
        if path.lower().endswith(".zip"):
            with zipfile.ZipFile(path) as archive:
                for name in filter(visible, archive.namelist()):
                    yield from unpacked(name, lambda: archive.read(name))
        else:
            yield from unpacked(path, lambda: open(path, "rb").read())


def visible(path):
    return not any(part == "__MACOSX" or part.startswith(".") and part != "." for part in path.split("/"))


def unpacked(name, read):
    name = name.lower()
    packed = name.endswith(".gz")
    name = name[:-3] if packed else name
    if name.endswith((".json", ".jspf", ".csv")):
        yield name, gzip.decompress(read()) if packed else read()


def playlists(name, data):
    """The playlists of a file, each a list of (position or None, uri or None)."""
    if name.endswith(".csv"):
        return of_table(data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"))
    try:
        document = json.loads(data)
    except ValueError:
        return []  # some other file, or replay has refused it
    return of_document(document) if isinstance(document, dict) else []


def of_document(document):
    if isinstance(document.get("playlist"), dict):  # JSPF
        tracks = document["playlist"].get("track") or []
        yield [(None, first(track.get("identifier")) or first(track.get("location"))) for track in tracks
               if isinstance(track, dict)]
    lists = document.get("playlists")
    for playlist in lists if isinstance(lists, list) else []:
        if not isinstance(playlist, dict):
            continue
        if "items" in playlist:  # a Spotify account's export
            items = [item for item in playlist["items"] or [] if isinstance(item, dict)]
            tracks = [item[key] for item in items for key in item if key in ("track", "localTrack")]
            yield [(None, track.get("trackUri") or track.get("uri")) for track in tracks if isinstance(track, dict)]
        elif isinstance(playlist.get("tracks"), list):  # a slice
            yield [(None, track) if isinstance(track, str) else (track.get("pos"), track.get("track_uri"))
                   for track in playlist["tracks"] if isinstance(track, (str, dict))]


def first(texts):
    return next((text for text in ([texts] if isinstance(texts, str) else texts or []) if text and text.strip()), None)


def of_table(text):
    rows = max((list(csv.reader(io.StringIO(text, newline=""), delimiter=each)) for each in ",;\t"),
               key=lambda rows: len(rows[0]) if rows else 0)
    rows = [row for row in rows if any(field.strip() for field in row)]
    names = [name.strip().lower().replace("(s)", "").replace(" ", "_") for name in rows[0]] if rows else []
    column = lambda *wanted: next((names.index(each) for each in wanted if each in names), None)
    field = lambda row, index: row[index].strip() if index is not None and index < len(row) else ""
    playlist = column("playlist", "pid")
    if playlist is None:  # one playlist, as Exportify writes it
        uri = column("track_uri", "spotify_uri", "spotify_id", "track_id")
        return [] if uri is None else [[(None, field(row, uri)) for row in rows[1:]]]
    uri, position = column("track", "track_uri"), column("position", "pos")
    if uri is None:
        return []
    found = collections.defaultdict(list)
    for row in rows[1:]:
        name = field(row, playlist)
        whole, point, zeros = name.partition(".")
        name = whole if whole.isdigit() and not zeros.strip("0") else name
        found[name].append((float(field(row, position) or "nan"), field(row, uri)))
    return found.values()


def tracks(playlist):
    """The uris of a playlist: in order of position where all have one; the first of repeated ones, 10,000 at most."""
    entries = [(position, uri) for position, uri in playlist if isinstance(uri, str) and uri.strip()]
    if all(position is not None and position == position for position, _ in entries):
        entries.sort(key=lambda entry: entry[0])
    return list(dict.fromkeys(uri for _, uri in entries))[:10_000]


directory, exported = sys.argv[1:3]
window = int(sys.argv[3]) if len(sys.argv) > 3 else 10
csv.field_size_limit(2**31 - 1)
expected = collections.defaultdict(lambda: [0, 0])
for name, data in files(directory):
    for uris in map(tracks, playlists(name, data)):
        for i, start in enumerate(uris):
            for distance, end in enumerate(uris[i + 1:i + 1 + window], start=1):
                expected[start, end][0] += 1
                expected[start, end][1] += distance == 1
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
