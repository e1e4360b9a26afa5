package chorus.experiment.sweep;

import chorus.evaluate.Measures;
import chorus.evaluate.accuracy.Ndcg;
import chorus.evaluate.accuracy.RPrecision;
import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.amplification.Interference;
import chorus.rows.results.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** A column of figures in an experiment's table: a number of each result, undefined in some. */
public record Averaged(String name, int decimals, Function<Held, OptionalDouble> of) {
    /** What each paired difference is of. */
    static final Averaged AMPLIFICATION = own(Amplification.PER_PLAYLIST, 2);

    /** What is averaged over seeds. */
    static final List<Averaged> COLUMNS = List.of(
            new Averaged("hit_share", 4, held -> held.own().hitShare()),
            AMPLIFICATION,
            own(Amplification.PER_FREQUENCY, 2),
            own(Ndcg.MEASURE, 4),
            new Averaged("ndcg_twin", 4, held -> held.twin().figure(Ndcg.MEASURE)),
            own(RPrecision.MEASURE, 4));

    /** The same where campaigns happen in several worlds. */
    public static final List<Averaged> COLUMNS_OF_SEVERAL_WORLDS = Stream.concat(
                    COLUMNS.stream(), Stream.of(own(Interference.MEASURE, 4)))
            .toList();

    /** What the table for the terminal has of each seed alone. */
    private static final List<Averaged> COUNTS = List.of(
            new Averaged(
                    "members", 1, held -> ofCampaign(held, held.own().effect().members())),
            new Averaged("hits", 1, held -> ofCampaign(held, held.own().effect().hits())));

    /** Every measure there is, those of the tables first. */
    public static final List<Averaged> ALL = all();

    private static List<Averaged> all() {
        var byName = new LinkedHashMap<String, Averaged>();
        COLUMNS_OF_SEVERAL_WORLDS.forEach(each -> byName.put(each.name(), each));
        COUNTS.forEach(each -> byName.put(each.name(), each));
        Stream.concat(Measures.ALL.stream(), Measures.DISTRIBUTIONS.stream())
                .forEach(measure -> byName.putIfAbsent(measure.name(), own(measure, 4)));
        return List.copyOf(byName.values());
    }

    private static OptionalDouble ofCampaign(Held held, long count) {
        return held.campaign().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) count);
    }

    private static Averaged own(Measure measure, int decimals) {
        return new Averaged(measure.name(), decimals, held -> held.own().figure(measure));
    }
}
