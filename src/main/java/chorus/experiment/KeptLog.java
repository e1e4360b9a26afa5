package chorus.experiment;

import chorus.config.Settings;
import chorus.playlist.LogEntry;
import chorus.simulate.collective.KnownPlaylist;
import chorus.state.Place;
import chorus.state.edits.FoldedPlaylists;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The log of one process, from which training playlists are folded when a model asks for them. */
final class KeptLog {
    private final Settings settings;
    private final Worlds worlds;
    private final IntPredicate known;
    private final List<KnownPlaylist> founded = new ArrayList<>();
    private final List<LogEntry> entries = new ArrayList<>();
    private @Nullable FoldedPlaylists playlists;
    private int next;

    /** @param known whether a track id is known */
    KeptLog(Settings settings, Worlds worlds, IntPredicate known) {
        this.settings = settings;
        this.worlds = worlds;
        this.known = known;
    }

    /** Adds a playlist that was founded whole, before any entry. */
    void add(KnownPlaylist playlist) {
        founded.add(playlist);
    }

    void add(LogEntry entry) {
        entries.add(entry);
    }

    /** A world's training playlists at the end of {@code epoch}: ascending by id, the tracks in order. */
    synchronized List<int[]> at(long epoch, int world) {
        if (playlists == null) {
            playlists = new FoldedPlaylists(new Place(0, 1, worlds.names()), known);
            for (var playlist : founded) {
                playlists.found(playlist.playlist(), playlist.tracks());
            }
        }
        while (playlists.open() <= epoch) {
            playlists.take(entries.get(next++));
        }
        var training = new TreeMap<Long, int[]>();
        playlists.training(world, settings.heldOut(), training);
        return List.copyOf(training.values());
    }
}
