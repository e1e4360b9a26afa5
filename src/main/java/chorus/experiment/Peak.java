package chorus.experiment;

import chorus.playlist.World;
import chorus.rows.results.EvaluationRow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** A campaign at the generation with the most hits (the first of several), beside its twin; without a campaign at the last one. */
record Peak(EvaluationRow factual, EvaluationRow twin) {
    private static final Comparator<Peak> BY_HITS = Comparator.comparingLong(
                    (Peak peak) -> peak.factual.effect().hits())
            .thenComparing(peak -> peak.factual.generation(), Comparator.reverseOrder());

    /** One peak a campaign, in the order in which campaigns begin; where there is none at all, one peak named "". */
    static List<Peak> of(List<Round> rounds) {
        var peaks = new LinkedHashMap<String, Peak>();
        for (var round : rounds) {
            for (var row : round.evaluations()) {
                if (row.world() == World.FACTUAL) {
                    var peak = new Peak(row, twin(row, round));
                    peaks.merge(row.campaign(), peak, row.campaign().isEmpty() ? (_, last) -> last : Peak::higher);
                }
            }
        }
        if (peaks.size() > 1) {
            peaks.remove("");
        }
        return List.copyOf(peaks.values());
    }

    private static Peak higher(Peak one, Peak other) {
        return BY_HITS.compare(one, other) >= 0 ? one : other;
    }

    private static EvaluationRow twin(EvaluationRow row, Round round) {
        return round.evaluations().stream()
                .filter(other -> other.world() == World.COUNTERFACTUAL
                        && other.campaign().equals(row.campaign()))
                .findFirst()
                .orElseThrow();
    }

    String campaign() {
        return factual.campaign();
    }
}
