package chorus.bundle.tables;

import chorus.bundle.sheet.Sheet;
import chorus.bundle.sheet.Sheet.Head;
import chorus.evaluate.accuracy.AccuracyTally;
import chorus.playlist.Track;
import chorus.report.Table;
import chorus.rows.results.Measure;
import chorus.rows.results.TestRows;
import chorus.rows.results.TestRows.Tested;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code tests}, {@code lists} and {@code tracks} of a variant or a generation: what was recommended for each test playlist, so that any measure can be taken of it. */
public final class TestSheets {
    private static final List<Head> KEYS = List.of(
            Head.count("generation", "number of the retrain round: one that decides for a campaign of the variant"),
            Head.text("world", "name of the world; one of them, the twin, has no campaigns"),
            Head.text("recommender", "name of the recommender"),
            Head.count("playlist", "id of the test playlist"));

    static final List<Head> TESTS = Stream.of(
                    List.of(
                            Head.text("campaign", "name of the campaign; empty in a world where none has started"),
                            Head.text("targets", "ids of its promoted tracks, a space between two"),
                            Head.count("k", "K, how many tracks were held out"),
                            Head.count("rank", "of the first target in the list, from 1; empty where none is listed"),
                            Head.count("hit", "1 where that is among the first K, else 0"),
                            Head.count(
                                    "rare_seed",
                                    "1 where the seed holds a track of at most rareBound training plays, or unseen; else 0")),
                    AccuracyTally.measures().stream().map(TestSheets::head).toList())
            .flatMap(List::stream)
            .toList();

    static final List<Head> LISTS = List.of(
            Head.text("seed", "ids of the tracks that the model saw, in order, a space between two"),
            Head.text("held_out", "ids of those that followed, in order"),
            Head.text("recommended", "ids of those that it recommends, best first; the first K count"));

    static final List<Head> TRACKS = List.of(
            Head.count("track", "id of a track that these tables name"),
            Head.text("uri", "as its input has it; a promoted one has that of its campaign's target"),
            Head.text("title", "its title"),
            Head.text("artist_uri", "of its artist"),
            Head.text("artist", "the artist's name"));

    private TestSheets() {}

    private static Head head(Measure measure) {
        return Head.number(measure.name(), "of this list: " + measure.formula());
    }

    static List<Head> all(List<Head> behindKeys) {
        return Stream.of(KEYS, behindKeys).flatMap(List::stream).toList();
    }

    /** A row a campaign and test, as they are given. */
    public static Sheet tests(List<TestRows> all) {
        var rows = new ArrayList<List<String>>();
        all.forEach(of -> of.tests().forEach(test -> {
            var rank = of.rank(test);
            var fields = keys(of, test);
            fields.add(of.campaign());
            fields.add(of.targets().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            fields.add(Integer.toString(test.heldOut().length));
            fields.add(rank.isPresent() ? Integer.toString(rank.getAsInt()) : "");
            fields.add(bit(rank.isPresent() && rank.getAsInt() <= test.heldOut().length));
            fields.add(bit(test.rareSeed()));
            AccuracyTally.measures()
                    .forEach(measure -> fields.add(Table.text(test.figures().of(measure.name()))));
            rows.add(fields);
        }));
        return new Sheet("tests", all(TESTS), rows);
    }

    /** A row a test, whatever the campaigns of its world. */
    public static Sheet lists(List<TestRows> all) {
        var seen = new HashSet<List<Object>>();
        var rows = new ArrayList<List<String>>();
        all.stream()
                .filter(of -> seen.add(List.of(of.generation(), of.world(), of.recommender())))
                .forEach(of -> of.tests().forEach(test -> {
                    var fields = keys(of, test);
                    fields.addAll(List.of(ids(test.seed()), ids(test.heldOut()), ids(test.list())));
                    rows.add(fields);
                }));
        return new Sheet("lists", all(LISTS), rows);
    }

    /** What the tracks are that stand in the others, ascending by id; those that nobody tells of are left out. */
    public static Sheet tracks(List<TestRows> all) {
        var tracks = new TreeMap<Integer, Track>();
        all.forEach(of -> ids(of).forEach(id -> of.catalogue().track(id).ifPresent(track -> tracks.put(id, track))));
        return new Sheet(
                "tracks",
                TRACKS,
                tracks.values().stream()
                        .map(track -> List.of(
                                Integer.toString(track.id().value()),
                                track.uri(),
                                track.title(),
                                track.artistUri(),
                                track.artistName()))
                        .toList());
    }

    private static IntStream ids(TestRows of) {
        return IntStream.concat(
                        of.targets().stream().mapToInt(Integer::intValue),
                        of.tests().stream().flatMapToInt(test -> Stream.of(test.seed(), test.heldOut(), test.list())
                                .flatMapToInt(Arrays::stream)))
                .distinct();
    }

    private static List<String> keys(TestRows of, Tested test) {
        return new ArrayList<>(
                List.of(Long.toString(of.generation()), of.world(), of.recommender(), Long.toString(test.playlist())));
    }

    private static String bit(boolean value) {
        return value ? "1" : "0";
    }

    private static String ids(int[] tracks) {
        return Arrays.stream(tracks).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
