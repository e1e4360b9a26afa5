package chorus.events;

import chorus.evaluate.amplification.EffectTally;
import chorus.playlist.Campaign;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.NeighboursEntry;
import chorus.rows.PairRow;
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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

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
        return new Campaign(text(), id(), "DirLoF", natural(), random.nextLong(), Long.MAX_VALUE, anchors);
    }

    LogEntry edit() {
        if (random.nextInt(8) == 0) {
            return new EpochEnded(random.nextLong(), 2, 3, random.nextLong());
        }
        return new PlaylistEdit(
                new PlaylistId(random.nextLong() >>> 1),
                new ListenerId(random.nextLong()),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                world(),
                change());
    }

    private Change change() {
        return switch (random.nextInt(5)) {
            case 0 -> new Change.Created();
            case 1 -> new Change.Inserted(id(), natural());
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
                    random.nextLong(), natural(), natural(), natural(), natural(), natural(), natural());
        }
        var factual = ints(random.nextInt(30));
        return new PlaylistRow(
                random.nextLong(), factual, random.nextBoolean() ? factual : ints(random.nextInt(30) + 30));
    }

    NeighboursEntry neighbours() {
        if (random.nextInt(4) == 0) {
            return mark();
        }
        var size = random.nextInt(600);
        var factual = new PairCounts(ints(size), ints(size));
        var other = random.nextBoolean() ? factual : new PairCounts(factual.window(), ints(size));
        return new PairRow(natural(), natural(), natural(), ints(size), factual, other);
    }

    TrackCountsEntry trackCounts() {
        return random.nextInt(4) == 0 ? mark() : new TrackCountRow(natural(), natural(), natural());
    }

    private CountsMark mark() {
        return new CountsMark(random.nextLong(), natural(), natural(), digest(), digest());
    }

    private WorldDigest digest() {
        return new WorldDigest(random.nextLong(), random.nextLong(), random.nextLong());
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
                text());
    }

    List<EvaluationRow> evaluations() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> evaluation()).toList();
    }

    private EvaluationRow evaluation() {
        return new EvaluationRow(
                random.nextLong(),
                world(),
                text(),
                natural(),
                effect(),
                perhaps(() -> SomeFigures.accuracy(units(6)))
                        .orElse(Figures.NONE)
                        .and(perhaps(() -> SomeFigures.bias(units(8))).orElse(Figures.NONE)));
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

    private World world() {
        return List.of(World.BOTH, World.FACTUAL, World.COUNTERFACTUAL).get(random.nextInt(3));
    }

    private TrackId id() {
        return new TrackId(natural());
    }

    private int natural() {
        return random.nextInt() >>> 1;
    }

    private double unit() {
        return random.nextDouble();
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
