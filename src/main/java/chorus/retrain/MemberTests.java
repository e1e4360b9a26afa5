package chorus.retrain;

import chorus.evaluate.TestPlaylist;
import chorus.playlist.Campaign;
import chorus.playlist.TrackId;
import chorus.worlds.World;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The playlists of those who plant, taken apart as tests are: those of a world that hold a target which they lack in the twin, as
 * they stand in the twin. The first has one track for a seed, the next two, and so on to ten and from one again, by playlist id; one that
 * is not longer than its seed is left out.
 *
 * @param byCampaign by the campaign's name, of those that happen in a world that is shown; numbered, ascending by playlist id
 */
record MemberTests(Map<String, List<TestPlaylist>> byCampaign) {
    private static final int SEED_LENGTHS = 10;

    static final MemberTests NONE = new MemberTests(Map.of());

    MemberTests {
        byCampaign = Map.copyOf(byCampaign);
    }

    /** @param campaigns that have started */
    static MemberTests of(Cut cut, List<Campaign> campaigns) {
        var twin = cut.side(cut.worlds().twin()).playlists().get();
        var tests = new HashMap<String, List<TestPlaylist>>();
        for (var campaign : campaigns) {
            cut.worlds().byBit().stream()
                    .filter(world -> world.campaigns().contains(campaign.name()))
                    .findFirst()
                    .map(world -> of(campaign, twin, cut.side(world).playlists().get()))
                    .ifPresent(own -> tests.put(campaign.name(), own));
        }
        return new MemberTests(tests);
    }

    private static List<TestPlaylist> of(Campaign campaign, List<int[]> twin, List<int[]> world) {
        if (twin.size() != world.size()) {
            throw new IllegalStateException(
                    twin.size() + " training playlists in the twin, " + world.size() + " in another world");
        }
        var targets = new IntOpenHashSet(
                campaign.targets().stream().mapToInt(TrackId::value).toArray());
        var tests = new ArrayList<TestPlaylist>();
        var members = 0;
        for (var i = 0; i < twin.size(); i++) {
            var tracks = twin.get(i);
            if (count(targets, world.get(i)) > count(targets, tracks)) {
                var seed = 1 + members % SEED_LENGTHS;
                if (tracks.length > seed) {
                    tests.add(new TestPlaylist(
                            members, Arrays.copyOf(tracks, seed), Arrays.copyOfRange(tracks, seed, tracks.length)));
                }
                members++;
            }
        }
        return List.copyOf(tests);
    }

    private static long count(IntSet targets, int[] tracks) {
        return Arrays.stream(tracks).filter(targets::contains).count();
    }

    /** Those of the campaigns that a world is asked about: its own, and the twin about all. */
    Map<String, List<TestPlaylist>> in(World world) {
        var own = new HashMap<>(byCampaign);
        own.keySet().removeIf(campaign -> !world.isTwin() && !world.campaigns().contains(campaign));
        return own;
    }
}
