package chorus.cli.describe;

import chorus.evaluate.bias.Gini;
import chorus.evaluate.bias.LorenzShare;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import chorus.simulate.replay.Reading;
import chorus.simulate.replay.formats.NamedTrack;
import chorus.simulate.replay.formats.ReplayedPlaylist;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What shape a set of playlists has, each statistic beside that of the Million Playlist Dataset where that is published. A track is an
 * entry once a playlist, as {@code replay} takes it.
 */
final class DataStatistics {
    /** Playlists of at most so many tracks are neither tests nor members in the papers. */
    private static final int SHORT = 20;

    private final List<ReplayedPlaylist> playlists;
    private final List<NamedTrack> tracks;
    private final HeldOut heldOut;
    private final long[] plays;
    private final List<Statistic> all = new ArrayList<>();

    private DataStatistics(Reading reading, HeldOut heldOut) {
        this.playlists = reading.playlists();
        this.tracks = reading.tracks().tracks();
        this.heldOut = heldOut;
        this.plays = plays(_ -> true);
    }

    /**
     * @param key for programs
     * @param here undefined where there is nothing to divide by
     * @param mpd as published: Chen et al., RecSys 2018, and the data set's own page
     * @param decimals that are shown
     */
    record Statistic(String key, String name, OptionalDouble here, OptionalDouble mpd, int decimals) {}

    static List<Statistic> of(Reading reading, HeldOut heldOut) {
        var statistics = new DataStatistics(reading, heldOut);
        statistics.sizes();
        statistics.lengths();
        statistics.popularity();
        statistics.tests();
        return List.copyOf(statistics.all);
    }

    private long[] plays(IntPredicate wanted) {
        var counts = new long[tracks.size()];
        IntStream.range(0, playlists.size())
                .filter(wanted)
                .flatMap(i -> Arrays.stream(playlists.get(i).tracks()))
                .forEach(track -> counts[track]++);
        return counts;
    }

    private void sizes() {
        add("playlists", "playlists", playlists.size(), 1_000_000);
        add("entries", "entries", Arrays.stream(plays).sum(), 66_346_428);
        add("tracks", "tracks", Arrays.stream(plays).filter(each -> each > 0).count(), 2_262_292);
        var artists = tracks.stream().map(NamedTrack::artistUri).distinct().count();
        add("artists", "artists", artists, 295_860);
    }

    private void add(String key, String name, long here, long mpd) {
        all.add(new Statistic(key, name, OptionalDouble.of((double) here), OptionalDouble.of((double) mpd), 0));
    }

    private void lengths() {
        var lengths = playlists.stream()
                .mapToInt(each -> each.tracks().length)
                .sorted()
                .toArray();
        measured("lengthMean", "length, mean", Arrays.stream(lengths).average(), OptionalDouble.of(66.35), 2);
        var names = List.of("least", "lower tenth", "lower quarter", "median", "upper quarter", "upper tenth", "most");
        var keys = List.of("Least", "Tenth", "Quarter", "Median", "ThreeQuarters", "NineTenths", "Most");
        var mpd = new double[] {5, Double.NaN, Double.NaN, 49, Double.NaN, Double.NaN, 250};
        var quantiles = new double[] {0, 0.1, 0.25, 0.5, 0.75, 0.9, 1};
        for (var i = 0; i < quantiles.length; i++) {
            measured(
                    "length" + keys.get(i),
                    "length, " + names.get(i),
                    quantile(lengths, quantiles[i]),
                    Double.isNaN(mpd[i]) ? OptionalDouble.empty() : OptionalDouble.of(mpd[i]),
                    1);
        }
        var longer = Arrays.stream(lengths).filter(length -> length > SHORT).count();
        measured("longShare", "playlists of more than 20 tracks, share", share(longer, lengths.length), none(), 3);
    }

    /** Between the two nearest, linear. */
    static OptionalDouble quantile(int[] sorted, double share) {
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        var at = share * (sorted.length - 1);
        var below = (int) Math.floor(at);
        var above = Math.min(below + 1, sorted.length - 1);
        return OptionalDouble.of(sorted[below] + (at - below) * (sorted[above] - sorted[below]));
    }

    private void popularity() {
        var used = Arrays.stream(plays).filter(each -> each > 0).toArray();
        var entries = Arrays.stream(used).sum();
        measured("onceShare", "tracks in one playlist alone, share", ofTracks(used, 1), OptionalDouble.of(0.47), 3);
        measured("atMost5Share", "tracks in at most 5 playlists, share", ofTracks(used, 5), none(), 3);
        var rare = Arrays.stream(used).filter(each -> each <= 5).sum();
        measured("atMost5Entries", "their share of the entries", share(rare, entries), none(), 3);
        var top = Arrays.stream(used).max().orElse(0);
        measured(
                "topShare",
                "most frequent track, share of the playlists",
                share(top, playlists.size()),
                OptionalDouble.of(0.046),
                3);
        measured(
                "top10Share",
                "top 10 % of tracks, share of the entries",
                when(entries, LorenzShare.topTenth(used)),
                none(),
                3);
        measured("gini", "Gini coefficient over tracks", when(entries, Gini.of(used)), none(), 3);
    }

    private static OptionalDouble ofTracks(long[] used, long most) {
        return share(Arrays.stream(used).filter(each -> each <= most).count(), used.length);
    }

    /** Under the settings' defaults: what a test shows that nobody trained on. */
    private void tests() {
        var training = plays(i -> !isHeldOut(i));
        var tests = IntStream.range(0, playlists.size()).filter(this::isTest).toArray();
        all.add(new Statistic(
                "tests", "test playlists, evaluate at its defaults", OptionalDouble.of(tests.length), none(), 0));
        measured(
                "unseenSeedShare",
                "of these with a seed track that no training playlist has",
                withSeed(tests, training, 0),
                none(),
                3);
        measured(
                "rareSeedShare",
                "of these with a seed track that at most one has",
                withSeed(tests, training, 1),
                none(),
                3);
        var entries =
                Arrays.stream(tests).map(i -> playlists.get(i).tracks().length).sum();
        var unseen = Arrays.stream(tests)
                .flatMap(i -> Arrays.stream(playlists.get(i).tracks()))
                .filter(track -> training[track] == 0)
                .count();
        measured(
                "unseenShare", "their entries that no training playlist has, share", share(unseen, entries), none(), 3);
    }

    private boolean isHeldOut(int index) {
        return heldOut.holds(new PlaylistId(playlists.get(index).pid()));
    }

    private boolean isTest(int index) {
        var playlist = playlists.get(index);
        return isHeldOut(index) && heldOut.isTest(new PlaylistId(playlist.pid()), playlist.tracks().length);
    }

    private OptionalDouble withSeed(int[] tests, long[] training, long most) {
        var found = Arrays.stream(tests)
                .filter(i -> Arrays.stream(playlists.get(i).tracks())
                        .limit(heldOut.seedLength(
                                new PlaylistId(playlists.get(i).pid())))
                        .anyMatch(track -> training[track] <= most))
                .count();
        return share(found, tests.length);
    }

    private void measured(String key, String name, OptionalDouble here, OptionalDouble mpd, int decimals) {
        all.add(new Statistic(key, name, here, mpd, decimals));
    }

    private static OptionalDouble share(long some, long of) {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) some / of);
    }

    private static OptionalDouble when(long entries, double value) {
        return entries == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalDouble none() {
        return OptionalDouble.empty();
    }
}
