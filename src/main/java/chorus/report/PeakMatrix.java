package chorus.report;

import chorus.evaluate.amplification.Interference;
import chorus.rows.results.EvaluationRow;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Campaigns × worlds at a run's end: the share of hits at the campaign's peak in that world and, beside other campaigns, how it
 * differs from the world of the campaign alone. At most 100 columns wide; worlds that do not fit stand below.
 */
public final class PeakMatrix {
    private static final int LEAD = 15;
    private static final int CELL = 17;
    private static final int ACROSS = 5;

    private final List<Course> courses;
    private final List<String> campaigns;

    private PeakMatrix(List<Course> courses) {
        this.courses = courses;
        campaigns = courses.stream()
                .map(course -> course.curve().campaign())
                .distinct()
                .toList();
    }

    /** The matrix as text; empty where campaigns happen in one world alone. */
    public static String of(Worlds worlds, List<EvaluationRow> rows) {
        var shown = worlds.named().stream()
                .filter(world -> !world.campaigns().isEmpty())
                .toList();
        return shown.size() > 1 ? new PeakMatrix(Course.of(worlds, rows)).text(shown) : "";
    }

    private String text(List<World> worlds) {
        var lines = new ArrayList<String>();
        var compared = worlds.stream().anyMatch(PeakMatrix::hasSeveral);
        lines.add("hits % at the campaign's peak in each world"
                + (compared ? " (against the world of the campaign alone)" : ""));
        for (var from = 0; from < worlds.size(); from += ACROSS) {
            var block = worlds.subList(from, Math.min(from + ACROSS, worlds.size()));
            lines.add(" ".repeat(LEAD)
                    + String.join("", block.stream().map(PeakMatrix::name).toList()));
            for (var campaign : campaigns) {
                var cells = block.stream().map(world -> cell(campaign, world)).toList();
                lines.add(String.format(Locale.ROOT, "%-" + LEAD + "s", cut(campaign, LEAD - 1))
                        + String.join("", cells));
            }
        }
        return String.join("\n", lines.stream().map(String::stripTrailing).toList());
    }

    private static String name(World world) {
        return String.format(Locale.ROOT, "%" + CELL + "s", cut(world.name(), CELL - 2));
    }

    private String cell(String campaign, World world) {
        return courses.stream()
                .filter(course -> course.curve().campaign().equals(campaign)
                        && course.curve().world().equals(world.name()))
                .findFirst()
                .map(course -> peak(course.peak(), world))
                .orElse(" ".repeat(CELL - 1) + "–");
    }

    /** Alone, a campaign is what it is compared with. */
    private static String peak(Course.Step peak, World world) {
        var against = hasSeveral(world) ? against(peak) : "";
        return String.format(
                Locale.ROOT, "%" + CELL + "s", String.format(Locale.ROOT, "%.1f%s", 100 * peak.share(), against));
    }

    private static boolean hasSeveral(World world) {
        return world.campaigns().size() > 1;
    }

    private static String against(Course.Step peak) {
        var interference = peak.row().figure(Interference.MEASURE);
        return interference.isEmpty()
                ? ""
                : String.format(Locale.ROOT, " (%+.0f %%)", 100 * interference.getAsDouble());
    }

    private static String cut(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }
}
