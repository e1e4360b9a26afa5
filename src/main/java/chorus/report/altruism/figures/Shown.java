package chorus.report.altruism.figures;

import chorus.ratings.results.RoundRow;
import java.util.Collection;
import java.util.OptionalDouble;

/** What figures show of a round. */
enum Shown {
    MINORITY("Minority's welfare ÷ its ideal (%)"),
    MAJORITY("Majority's welfare − the twin's (worth)"),
    HARMED("Harmed by more than 0.05 (users)"),
    MEMBERS("Members (users)");

    private final String title;

    Shown(String title) {
        this.title = title;
    }

    /** With its unit. */
    String title() {
        return title;
    }

    double of(RoundRow row) {
        return switch (this) {
            case MINORITY -> 100 * row.minorityShare();
            case MAJORITY -> row.welfare().majority() - row.twin().majority();
            case HARMED -> row.against().harmed().all();
            case MEMBERS -> row.campaign().members();
        };
    }

    /** Over seeds. */
    double mean(Collection<RoundRow> rows) {
        return rows.stream().mapToDouble(this::of).average().orElseThrow();
    }

    /** The twin's, where it is not 0 by what the figure means. */
    OptionalDouble twin(Collection<RoundRow> rows) {
        return this == MINORITY
                ? rows.stream()
                        .filter(row -> row.ideal() > 0)
                        .mapToDouble(row -> 100 * row.twin().minority() / row.ideal())
                        .average()
                : OptionalDouble.empty();
    }
}
