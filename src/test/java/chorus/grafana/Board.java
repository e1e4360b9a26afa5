package chorus.grafana;

import java.util.List;
import java.util.Locale;

/**
 * A dashboard.
 *
 * @param says what it is for, in one line
 * @param variables by which it is narrowed
 * @param phases whether it marks when campaigns join, hold and leave
 */
record Board(Uid uid, String title, String says, List<Variable> variables, boolean phases, List<Row> rows) {

    /** What dashboards are known by; links and bookmarks hold it. */
    enum Uid {
        OVERVIEW,
        COLLECTIVE,
        BIAS,
        STREAM,
        LOAD,
        ALTRUISM;

        String text() {
            return "chorus-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Panels under a heading. */
    record Row(String title, List<Panel> panels) {
        static Row of(String title, Panel... panels) {
            return new Row(title, List.of(panels));
        }
    }

    /**
     * A choice above the panels, of several values or all.
     *
     * @param from the series whose label has the values
     */
    record Variable(String name, String label, String from) {
        String query() {
            return "label_values(" + from + ", " + name + ")";
        }
    }
}
