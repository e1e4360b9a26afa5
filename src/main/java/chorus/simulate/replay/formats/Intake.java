package chorus.simulate.replay.formats;

import chorus.playlist.PlaylistEdit;
import chorus.simulate.replay.input.Findings;
import chorus.simulate.replay.input.Input;
import chorus.simulate.replay.input.JsonInput;
import chorus.simulate.replay.input.MalformedInput;
import chorus.simulate.replay.input.Remark;
import chorus.simulate.replay.input.Source;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What readers give their playlists to: numbers tracks and playlists, and leaves out what a playlist holds already. */
public final class Intake {
    private final Findings findings;
    private final boolean renumber;
    private final TrackNumbers tracks = new TrackNumbers();
    private final Long2ObjectOpenHashMap<Source> pids = new Long2ObjectOpenHashMap<>();
    private final List<ReplayedPlaylist> playlists = new ArrayList<>();
    private long last = -1;
    private long entries;

    /** @param renumber whether playlists are numbered in the order of reading, whatever pid they have */
    public Intake(Findings findings, boolean renumber) {
        this.findings = findings;
        this.renumber = renumber;
    }

    Findings findings() {
        return findings;
    }

    boolean renumbers() {
        return renumber;
    }

    /** Adds an entry to a playlist; one without a track's uri is left out. */
    void add(Entry entry, Draft playlist, Input at) {
        if (Entry.isBlank(entry.uri)) {
            at.note(Remark.NO_URI, "");
        } else {
            playlist.add(tracks.of(entry.track(at)), entry.position);
        }
    }

    /** Takes note of a pid where it stands; one that is given twice is a fault. */
    void claim(long pid, Input at) {
        var earlier = pids.putIfAbsent(pid, at.source());
        if (earlier != null) {
            var where = earlier.equals(at.source()) ? "this file" : earlier.name();
            at.fault(
                    "must be given once",
                    pid + ", which " + where + " gives too: leave one of them out, or, where pids start anew,"
                            + " number all playlists with --renumber");
        }
        last = Math.max(last, pid);
    }

    /** @param pid negative where the playlist has none; it is numbered behind all others */
    void add(long pid, long modifiedAt, Draft draft, Input at) {
        var inOrder = draft.inOrder(at);
        if (inOrder.length == 0) {
            findings.add(Remark.EMPTY, 1);
            return;
        }
        var kept = withoutRepeats(inOrder);
        findings.add(Remark.REPEATED, inOrder.length - kept.length);
        if (kept.length > PlaylistEdit.MOST_ENTRIES) {
            at.note(Remark.TOO_LONG, kept.length + " tracks");
            kept = Arrays.copyOf(kept, PlaylistEdit.MOST_ENTRIES);
        }
        entries += kept.length;
        playlists.add(new ReplayedPlaylist(renumber ? JsonInput.NONE : pid, Math.max(0, modifiedAt), kept));
    }

    /** The first of each track's entries, in place where there is but one of each. */
    private static int[] withoutRepeats(int[] tracks) {
        var seen = new IntOpenHashSet(tracks.length);
        var kept = 0;
        for (var track : tracks) {
            if (seen.add(track)) {
                tracks[kept++] = track;
            }
        }
        return kept == tracks.length ? tracks : Arrays.copyOf(tracks, kept);
    }

    /** All playlists, ascending by pid; those without one are given theirs. */
    public List<ReplayedPlaylist> playlists() {
        if (renumber) {
            findings.add(Remark.RENUMBERED, playlists.size());
        }
        var next = last;
        for (var i = 0; i < playlists.size(); i++) {
            var playlist = playlists.get(i);
            if (playlist.pid() < 0) {
                if (next == Long.MAX_VALUE) {
                    throw new MalformedInput(
                            "no pid is left behind " + next + " for playlists without one: --renumber");
                }
                next++;
                playlists.set(i, new ReplayedPlaylist(next, playlist.modifiedAt(), playlist.tracks()));
            }
        }
        playlists.sort(Comparator.comparingLong(ReplayedPlaylist::pid));
        return List.copyOf(playlists);
    }

    public TrackNumbers tracks() {
        return tracks;
    }

    /** How many entries were taken in. */
    public long entries() {
        return entries;
    }
}
