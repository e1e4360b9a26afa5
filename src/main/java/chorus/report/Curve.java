package chorus.report;

import chorus.rows.results.EvaluationRow;
import chorus.worlds.Worlds;
import java.util.Collection;
import java.util.List;

/**
 * A campaign in a world where it happens: what a column of the terminal or a line of a chart shows.
 *
 * @param label the campaign's name, with that of the world where it happens in several and this one is not named as it
 */
record Curve(String campaign, String world, String label) {
    /** By world as shown, then in the order of {@code campaigns}. */
    static List<Curve> of(Worlds worlds, Collection<String> campaigns) {
        return worlds.named().stream()
                .flatMap(world -> campaigns.stream()
                        .filter(world.campaigns()::contains)
                        .map(campaign -> new Curve(campaign, world.name(), label(campaign, world.name(), worlds))))
                .toList();
    }

    private static String label(String campaign, String world, Worlds worlds) {
        var several = Integer.bitCount(worlds.with(campaign).bits()) > 1;
        return several && !campaign.equals(world) ? campaign + " in " + world : campaign;
    }

    boolean shows(EvaluationRow row) {
        return row.world().equals(world) && row.campaign().equals(campaign);
    }

    /** The label in at most so many characters. */
    String label(int most) {
        return label.length() <= most ? label : label.substring(0, most - 1) + "…";
    }
}
