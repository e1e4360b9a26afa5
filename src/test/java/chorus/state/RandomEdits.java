package chorus.state;

import chorus.playlist.Change;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.worlds.WorldSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Edits of every kind in all worlds, most of which apply: drawn one by one with {@link #lists} as they are then. Few tracks, so
 * that pairs repeat; the two highest are unknown.
 */
public final class RandomEdits {
    /** Worlds, unless another number is asked for. */
    public static final int WORLDS = 3;

    private static final int TRACKS = 16;
    private static final List<String> CAMPAIGNS = List.of("alpha", "beta", "gamma");

    private final Random random;
    private final int playlists;
    private final double nonsense;
    private final int worlds;
    private final NaiveLists lists;

    /**
     * Draws from {@code seed}.
     *
     * @param playlists ids 0…playlists−1
     * @param nonsense share of edits with arguments drawn at random
     */
    public RandomEdits(long seed, int playlists, double nonsense) {
        this(seed, playlists, nonsense, WORLDS);
    }

    /** @param worlds how many there are */
    public RandomEdits(long seed, int playlists, double nonsense, int worlds) {
        this.random = new Random(seed);
        this.playlists = playlists;
        this.nonsense = nonsense;
        this.worlds = worlds;
        lists = new NaiveLists(worlds);
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
        var edit = draw(epoch, remainder + divisor * random.nextInt(playlists / divisor));
        lists.apply(edit, RandomEdits::known);
        return edit;
    }

    public PlaylistEdit next() {
        return next(0, 1, 0);
    }

    /** An edit that may be the next one, if {@link #lists} are told so. */
    public PlaylistEdit draw() {
        return draw(0, random.nextInt(playlists));
    }

    private PlaylistEdit draw(long epoch, int id) {
        var last = lists.lastSequence(id);
        var sequence = random.nextDouble() < nonsense / 4 ? last - 1 + random.nextInt(4) : last + 1;
        var made = random.nextDouble() < nonsense ? anything() : sensible(id);
        return new PlaylistEdit(
                new PlaylistId(id),
                new ListenerId(id),
                epoch,
                1000 + epoch,
                sequence,
                made.worlds,
                made.campaign,
                made.change);
    }

    private record Made(WorldSet worlds, @Nullable String campaign, Change change) {}

    private Made anything() {
        return new Made(
                random.nextInt(8) == 0 ? noSet() : set(),
                campaign(),
                switch (random.nextInt(8)) {
                    case 0 -> new Change.Created();
                    case 1 -> new Change.Deleted();
                    case 2, 3 -> new Change.Removed(track(), index());
                    case 4, 5 -> new Change.Moved(track(), index(), index());
                    default -> new Change.Inserted(track(), index(), random.nextBoolean());
                });
    }

    private Made sensible(long id) {
        var entries = lists.entries(id);
        if (!lists.alive().contains(id)) {
            return new Made(WorldSet.ALL, null, new Change.Created());
        }
        if (random.nextInt(100) == 0) {
            return new Made(WorldSet.ALL, null, new Change.Deleted());
        }
        if (entries.isEmpty() || random.nextInt(10) < 4) {
            return insertion(id);
        }
        var entry = entries.get(random.nextInt(entries.size()));
        var view = lists.view(id, entry.worlds().lowest());
        var index = indexOf(view, entry.track());
        var track = new TrackId(entry.track());
        return new Made(
                entry.worlds(),
                random.nextBoolean() ? entry.campaign() : null,
                random.nextBoolean()
                        ? new Change.Removed(track, index)
                        : new Change.Moved(track, index, random.nextInt(view.length)));
    }

    /** Where all were to have it, sometimes only those that do not hold it, as a writer has it where a plant is met. */
    private Made insertion(long id) {
        var track = new TrackId(random.nextInt(TRACKS - 2));
        var set = set();
        if (set.isAll() && random.nextBoolean()) {
            var holding = lists.entries(id).stream()
                    .filter(entry -> entry.track() == track.value())
                    .map(NaiveLists.Entry::worlds)
                    .reduce(WorldSet.NONE, WorldSet::with);
            set = set.without(holding).and(existing()).isEmpty() ? set : set.without(holding);
        }
        var index = random.nextInt(lists.view(id, set.lowest()).length + 1);
        var change = new Change.Inserted(track, index, random.nextBoolean());
        return new Made(set, set.has(0) ? null : campaign(), change);
    }

    private static int indexOf(int[] list, int track) {
        var index = 0;
        while (list[index] != track) {
            index++;
        }
        return index;
    }

    private WorldSet existing() {
        return new WorldSet((1 << worlds) - 1);
    }

    /** Mostly all; some with the twin and some without, some with later worlds and some of those only that there are. */
    private WorldSet set() {
        var some = new WorldSet(1 + random.nextInt(existing().bits()));
        return switch (random.nextInt(10)) {
            case 0 -> some;
            case 1 -> WorldSet.only(random.nextInt(worlds));
            case 2, 3 -> worlds == 1 ? some : WorldSet.only(1 + random.nextInt(worlds - 1));
            case 4 -> WorldSet.ALL.without(existing()).with(some);
            default -> WorldSet.ALL;
        };
    }

    /** None; the first that is not there; only later ones; some of the later ones. */
    private WorldSet noSet() {
        return switch (random.nextInt(4)) {
            case 0 -> WorldSet.NONE;
            case 1 -> WorldSet.only(worlds).with(WorldSet.only(random.nextInt(worlds)));
            case 2 -> WorldSet.ALL.without(existing());
            default -> WorldSet.only(WorldSet.MOST + random.nextInt(10)).with(WorldSet.only(0));
        };
    }

    private @Nullable String campaign() {
        var drawn = random.nextInt(CAMPAIGNS.size() + 1);
        return drawn == CAMPAIGNS.size() ? null : CAMPAIGNS.get(drawn);
    }

    private TrackId track() {
        return new TrackId(random.nextInt(TRACKS));
    }

    private int index() {
        return random.nextInt(12) - 1;
    }
}
