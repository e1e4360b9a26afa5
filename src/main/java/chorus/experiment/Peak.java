package chorus.experiment;

import chorus.rows.results.EvaluationRow;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A campaign in a world, as one recommender has it, at the generation with the most hits (the first of several), beside the twin; without a campaign at the
 * last one.
 */
record Peak(EvaluationRow own, EvaluationRow twin) {
    private static final Comparator<Peak> BY_HITS = Comparator.comparingLong(
                    (Peak peak) -> peak.own.effect().hits())
            .thenComparing(peak -> peak.own.generation(), Comparator.reverseOrder());

    /**
     * One peak a world as shown, campaign in it and recommender, in the order in which campaigns begin; one named "" for a world in
     * which none does. The twin has none, save where it is all there is.
     */
    static List<Peak> of(List<Round> rounds, Worlds worlds) {
        var peaks = new ArrayList<Peak>();
        for (var world : worlds.named()) {
            if (!world.isTwin() || worlds.size() == 1) {
                peaks.addAll(of(rounds, world, worlds.twin()));
            }
        }
        return List.copyOf(peaks);
    }

    private static List<Peak> of(List<Round> rounds, World world, World twin) {
        var peaks = new LinkedHashMap<List<String>, Peak>();
        for (var round : rounds) {
            for (var row : round.in(world)) {
                var peak = new Peak(row, twin(row, round.in(twin)));
                var of = List.of(row.campaign(), row.recommender());
                peaks.merge(of, peak, row.campaign().isEmpty() ? (_, last) -> last : Peak::higher);
            }
        }
        if (peaks.keySet().stream().anyMatch(of -> !of.getFirst().isEmpty())) {
            peaks.keySet().removeIf(of -> of.getFirst().isEmpty());
        }
        return List.copyOf(peaks.values());
    }

    private static Peak higher(Peak one, Peak other) {
        return BY_HITS.compare(one, other) >= 0 ? one : other;
    }

    /** What the twin's model did is the same beside each campaign. */
    private static EvaluationRow twin(EvaluationRow row, List<EvaluationRow> ofTwin) {
        var same = ofTwin.stream()
                .filter(other -> other.recommender().equals(row.recommender()))
                .toList();
        return same.stream()
                .filter(other -> other.campaign().equals(row.campaign()))
                .findFirst()
                .orElseGet(same::getFirst);
    }

    String campaign() {
        return own.campaign();
    }

    String world() {
        return own.world();
    }

    String recommender() {
        return own.recommender();
    }
}
