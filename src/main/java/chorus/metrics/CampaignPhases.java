package chorus.metrics;

import chorus.rows.results.EvaluationRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the members of campaigns did from one generation to the next. It goes by what is counted, not by a plan, so it holds by the
 * clock too, where nobody knows which generation will have which members.
 */
final class CampaignPhases {
    /** There are more members, as many, fewer. */
    static final List<String> NAMES = List.of("join", "hold", "leave");

    private Map<OfWorld, Long> before = Map.of();
    private boolean begun;

    /** A campaign in a world. */
    record OfWorld(String campaign, String world) implements Comparable<OfWorld> {
        @Override
        public int compareTo(OfWorld other) {
            var byCampaign = campaign.compareTo(other.campaign);
            return byCampaign == 0 ? world.compareTo(other.world) : byCampaign;
        }
    }

    /**
     * Of each campaign and world one of {@link #NAMES}, or nothing while there is no member. None at all at the first generation,
     * when it is not known what there was before.
     *
     * @param rows of the next generation; a campaign that is there for the first time had no member before
     */
    synchronized Map<OfWorld, String> next(List<EvaluationRow> rows) {
        var now = new HashMap<OfWorld, Long>();
        rows.forEach(row ->
                now.put(new OfWorld(row.campaign(), row.world()), row.effect().members()));
        var phases = new TreeMap<OfWorld, String>();
        if (begun) {
            now.forEach((each, members) -> phases.put(each, phase(before.getOrDefault(each, 0L), members)));
        }
        begun = true;
        before = now;
        return phases;
    }

    private static String phase(long before, long now) {
        if (before == 0 && now == 0) {
            return "";
        }
        return NAMES.get(1 + Long.signum(before - now));
    }
}
