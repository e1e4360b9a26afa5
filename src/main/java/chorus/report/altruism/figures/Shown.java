package chorus.report.altruism.figures;

import chorus.ratings.results.RoundRow;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What figures show of a round. */
enum Shown {
    MINORITY("Minority's welfare ÷ its ideal (%)", row -> 100 * row.minorityShare()),
    MAJORITY(
            "Majority's welfare − the twin's (worth)",
            row -> row.welfare().majority() - row.twin().majority()),
    HARMED("Harmed by more than 0.05 (users)", row -> row.against().harmed().all()),
    MEMBERS("Members (users)", row -> row.campaign().members());

    private final String title;
    private final ToDoubleFunction<RoundRow> figure;

    Shown(String title, ToDoubleFunction<RoundRow> figure) {
        this.title = title;
        this.figure = figure;
    }

    /** With its unit. */
    String title() {
        return title;
    }

    double of(RoundRow row) {
        return figure.applyAsDouble(row);
    }

    /** Over seeds. */
    double mean(Collection<RoundRow> rows) {
        return rows.stream().mapToDouble(figure).average().orElseThrow();
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
