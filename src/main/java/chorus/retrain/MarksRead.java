package chorus.retrain;

import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.PlaylistsMark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The newest marks by partition: whether the rows stand at a cut, of which worlds they are, and tallies over the partitions. */
final class MarksRead {
    private final Map<Integer, PlaylistsMark> playlists = new TreeMap<>();
    private final Map<Integer, CountsMark> counts = new TreeMap<>();

    MarksRead copy() {
        var copy = new MarksRead();
        copy.playlists.putAll(playlists);
        copy.counts.putAll(counts);
        return copy;
    }

    void put(PlaylistsMark mark) {
        playlists.put(mark.partition(), mark);
    }

    /** Takes a mark of {@code neighbours} or {@code track-counts}; its digests are for {@code verify}, not for training. */
    void put(CountsMark mark) {
        counts.put(mark.partition(), mark);
    }

    void requireAligned() {
        for (var mark : playlists.values()) {
            if (mark.epoch() != playlists.values().iterator().next().epoch() || playlists.size() != mark.partitions()) {
                throw new IllegalStateException("the rows stand at no cut; marks of playlists: " + playlists.values());
            }
        }
    }

    /**
     * @param worlds by name, in the order of their bits
     * @throws OtherWorlds where rows are of others
     */
    void requireWorlds(List<String> worlds) {
        for (var mark : playlists.values()) {
            OtherWorlds.unlessSame(mark.worlds(), worlds);
        }
        for (var mark : counts.values()) {
            OtherWorlds.unlessSame(mark.worlds().stream().map(OfWorld::world).toList(), worlds);
        }
    }

    Cut.Tallies tallies() {
        var planted = new HashMap<String, Long>();
        for (var mark : playlists.values()) {
            mark.planted().forEach((campaign, members) -> planted.merge(campaign, members, Long::sum));
        }
        return new Cut.Tallies(
                sum(PlaylistsMark::training), sum(PlaylistsMark::applied), sum(PlaylistsMark::refused), planted);
    }

    private long sum(ToLongFunction<PlaylistsMark> tally) {
        return playlists.values().stream().mapToLong(tally).sum();
    }
}
