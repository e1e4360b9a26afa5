package chorus.events;

import chorus.evaluate.amplification.EffectTally;
import chorus.orders.OrderDecision;
import chorus.playlist.Campaign;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.rows.CampaignOrder;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.NeighboursEntry;
import chorus.rows.PairRow;
import chorus.rows.PairRow.Differing;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsEntry;
import chorus.rows.PlaylistsMark;
import chorus.rows.Refused;
import chorus.rows.SomeFigures;
import chorus.rows.TrackCountRow;
import chorus.rows.TrackCountsEntry;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.Measure;
import chorus.worlds.WorldSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of every kind, drawn from a seed. */
final class Samples {
    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    Track track() {
        return new Track(id(), text(), text(), text(), text());
    }

    Campaign campaign() {
        var anchors = IntStream.range(0, random.nextInt(5)).mapToObj(i -> id()).toList();
        return new Campaign(
                text(),
                List.of(id()),
                "DirLoF",
                natural(),
                random.nextLong() >>> 1,
                random.nextBoolean() ? Long.MAX_VALUE : random.nextLong(),
                anchors,
                random.nextBoolean()
                        ? List.of()
                        : anchors.stream().map(_ -> random.nextInt()).toList(),
                random.nextBoolean()
                        ? List.of()
                        : anchors.stream().map(_ -> random.nextDouble()).toList());
    }

    LogEntry edit() {
        if (random.nextInt(8) == 0) {
            return new EpochEnded(random.nextLong(), 2, 3, time());
        }
        return new PlaylistEdit(
                new PlaylistId(random.nextLong() >>> 11),
                new ListenerId(random.nextLong()),
                random.nextLong(),
                time(),
                random.nextLong(),
                new WorldSet(random.nextInt()),
                random.nextBoolean() ? null : text(),
                change());
    }

    private Change change() {
        return switch (random.nextInt(5)) {
            case 0 -> new Change.Created();
            case 1 -> new Change.Inserted(id(), natural(), random.nextBoolean());
            case 2 -> new Change.Removed(id(), natural());
            case 3 -> new Change.Moved(id(), natural(), natural());
            default -> new Change.Deleted();
        };
    }

    Refused refused() {
        var raw = new byte[random.nextInt(40)];
        random.nextBytes(raw);
        return new Refused(raw, text(), natural(), random.nextLong(), text());
    }

    PlaylistsEntry playlists() {
        if (random.nextInt(4) == 0) {
            return new PlaylistsMark(
                    random.nextLong(),
                    natural(),
                    natural(),
                    texts(),
                    natural(),
                    natural(),
                    Map.of("a", random.nextLong()),
                    natural(),
                    natural());
        }
        var others = Stream.generate(() -> new PlaylistRow.View(natural(), ids(random.nextInt(30))))
                .limit(random.nextInt(3))
                .toList();
        return new PlaylistRow(random.nextLong() >>> 11, ids(random.nextInt(30)), others);
    }

    NeighboursEntry neighbours() {
        if (random.nextInt(4) == 0) {
            return mark();
        }
        var size = random.nextInt(600);
        var few = size == 0 ? 0 : random.nextInt(9);
        var at = random.ints(few, 0, Math.max(size, 1)).toArray();
        var differing = new Differing(at, ints(few), new PairCounts(ints(few), ints(few)));
        var twin = new PairCounts(ints(size), ints(size));
        return new PairRow(id().value(), natural(), natural(), ids(size), twin, few == 0 ? Differing.NONE : differing);
    }

    TrackCountsEntry trackCounts() {
        return random.nextInt(4) == 0 ? mark() : new TrackCountRow(id().value(), natural(), ints(2), ints(2));
    }

    private CountsMark mark() {
        return new CountsMark(random.nextLong(), natural(), natural(), List.of(digest(), digest(), digest()));
    }

    private OfWorld digest() {
        return new OfWorld(text(), new WorldDigest(random.nextLong(), random.nextLong(), random.nextLong()));
    }

    GenerationRow generation() {
        return new GenerationRow(
                random.nextLong(),
                text(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                text(),
                IntStream.range(0, random.nextInt(3)).mapToObj(i -> decision()).toList());
    }

    private OrderDecision decision() {
        return random.nextBoolean()
                ? OrderDecision.accepted(random.nextLong(), random.nextLong(), text())
                : OrderDecision.refused(random.nextLong(), text());
    }

    CampaignOrder order() {
        return switch (random.nextInt(3)) {
            case 0 ->
                new CampaignOrder.Start(
                        text(),
                        text(),
                        maybe(),
                        random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty(),
                        random.nextBoolean() ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty(),
                        shares(),
                        random.nextInt(),
                        shares(),
                        maybe(),
                        maybe(),
                        maybe());
            case 1 -> new CampaignOrder.End(text(), random.nextBoolean());
            default -> new CampaignOrder.AddWorld(text());
        };
    }

    private Optional<String> maybe() {
        return random.nextBoolean() ? Optional.of(text()) : Optional.empty();
    }

    private List<Double> shares() {
        return random.doubles(random.nextInt(4)).boxed().toList();
    }

    List<EvaluationRow> evaluations() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> evaluation()).toList();
    }

    private EvaluationRow evaluation() {
        return new EvaluationRow(
                random.nextLong(),
                text(),
                text(),
                text(),
                natural(),
                effect(),
                perhaps(() -> SomeFigures.accuracy(units(6)))
                        .orElse(Figures.NONE)
                        .and(perhaps(() -> SomeFigures.bias(units(8)).and(SomeFigures.laterBias(units(2))))
                                .orElse(Figures.NONE)));
    }

    private EvaluationRow.Effect effect() {
        return new EvaluationRow.Effect(
                random.nextLong(),
                unit(),
                random.nextLong(),
                random.nextLong(),
                new Figures(EffectTally.measures().stream()
                        .filter(_ -> random.nextBoolean())
                        .collect(Collectors.toMap(Measure::name, _ -> unit()))));
    }

    private double[] units(int number) {
        return DoubleStream.generate(this::unit).limit(number).toArray();
    }

    private <T> Optional<T> perhaps(Supplier<T> value) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
    }

    private TrackId id() {
        return new TrackId(random.nextInt(TrackId.BOUND));
    }

    /** Milliseconds, within what an instant can tell. */
    private long time() {
        return random.nextLong() >> 10;
    }

    private List<String> texts() {
        return Stream.generate(this::text).limit(random.nextInt(4)).toList();
    }

    private int natural() {
        return random.nextInt() >>> 1;
    }

    private double unit() {
        return random.nextDouble();
    }

    private int[] ids(int length) {
        return random.ints(length, 0, TrackId.BOUND).toArray();
    }

    private int[] ints(int length) {
        return random.ints(length).toArray();
    }

    private String text() {
        var letters = "aZ09 é→𝄞\n:";
        return random.ints(random.nextInt(12), 0, letters.codePointCount(0, letters.length()))
                .map(i -> letters.codePointAt(letters.offsetByCodePoints(0, i)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
