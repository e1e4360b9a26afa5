package chorus.state;

import chorus.playlist.Change;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import java.util.List;
import java.util.Random;

/**
 * Edits of every kind in all worlds, most of which apply: drawn one by one with {@link #lists} as they are then. Few tracks, so
 * that pairs repeat; the two highest are unknown.
 */
public final class RandomEdits {
    private static final int TRACKS = 16;

    private final Random random;
    private final int playlists;
    private final double nonsense;
    private final NaiveLists lists = new NaiveLists();

    /**
     * Draws from {@code seed}.
     *
     * @param playlists ids 0…playlists−1
     * @param nonsense share of edits with arguments drawn at random
     */
    public RandomEdits(long seed, int playlists, double nonsense) {
        this.random = new Random(seed);
        this.playlists = playlists;
        this.nonsense = nonsense;
    }

    /** What the edits so far have made. */
    public NaiveLists lists() {
        return lists;
    }

    public static boolean known(int track) {
        return track < TRACKS - 2;
    }

    public static int knownTracks() {
        return TRACKS - 2;
    }

    /** The next edit, of one of the playlists that leave {@code remainder} when divided by {@code divisor}. */
    public PlaylistEdit next(long epoch, int divisor, int remainder) {
        var id = remainder + divisor * random.nextInt(playlists / divisor);
        var last = lists.lastSequence(id);
        var sequence = random.nextDouble() < nonsense / 4 ? last - 1 + random.nextInt(4) : last + 1;
        var made = random.nextDouble() < nonsense ? anything() : sensible(id);
        var edit = new PlaylistEdit(
                new PlaylistId(id), new ListenerId(id), epoch, 1000 + epoch, sequence, made.world, made.change);
        lists.apply(edit, RandomEdits::known);
        return edit;
    }

    public PlaylistEdit next() {
        return next(0, 1, 0);
    }

    private record Made(World world, Change change) {}

    private Made anything() {
        return new Made(
                world(),
                switch (random.nextInt(8)) {
                    case 0 -> new Change.Created();
                    case 1 -> new Change.Deleted();
                    case 2, 3 -> new Change.Removed(track(), index());
                    case 4, 5 -> new Change.Moved(track(), index(), index());
                    default -> new Change.Inserted(track(), index());
                });
    }

    private Made sensible(long id) {
        var entries = lists.entries(id);
        if (!lists.alive().contains(id)) {
            return new Made(World.BOTH, new Change.Created());
        }
        if (random.nextInt(100) == 0) {
            return new Made(World.BOTH, new Change.Deleted());
        }
        if (entries.isEmpty() || random.nextInt(10) < 4) {
            var world = world();
            return new Made(
                    world, new Change.Inserted(known(), random.nextInt(lists.view(id, world.view()).length + 1)));
        }
        var entry = entries.get(random.nextInt(entries.size()));
        var view = lists.view(id, entry.world().view());
        var index = indexOf(view, entry.track());
        var track = new TrackId(entry.track());
        return new Made(
                entry.world(),
                random.nextBoolean()
                        ? new Change.Removed(track, index)
                        : new Change.Moved(track, index, random.nextInt(view.length)));
    }

    private static int indexOf(int[] list, int track) {
        var index = 0;
        while (list[index] != track) {
            index++;
        }
        return index;
    }

    private World world() {
        return List.of(World.BOTH, World.BOTH, World.BOTH, World.FACTUAL, World.COUNTERFACTUAL)
                .get(random.nextInt(5));
    }

    private TrackId known() {
        return new TrackId(random.nextInt(TRACKS - 2));
    }

    private TrackId track() {
        return new TrackId(random.nextInt(TRACKS));
    }

    private int index() {
        return random.nextInt(12) - 1;
    }
}
