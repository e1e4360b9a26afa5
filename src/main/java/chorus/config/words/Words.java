package chorus.config.words;

import java.util.List;
import java.util.Optional;

/**
 * The part {@code report} of an experiment's file: what its report says beside the figures. It has no say in what is run.
 *
 * @param title of the report; absent: the experiment's name
 * @param about what is asked, and how
 * @param figures what is drawn; empty: what follows from the sweep
 */
public record Words(Optional<String> title, Optional<String> about, List<FigureWords> figures) {
    /** Of a file that says nothing. */
    public static final Words NONE = new Words(Optional.empty(), Optional.empty(), List.of());

    private static final int MOST_FIGURES = 50;

    public Words {
        figures = List.copyOf(figures);
        if (figures.size() > MOST_FIGURES) {
            throw new IllegalArgumentException(
                    "figures: " + figures.size() + " of them; at most " + MOST_FIGURES + " are allowed");
        }
        if (figures.stream().map(FigureWords::name).distinct().count() < figures.size()) {
            throw new IllegalArgumentException("figures: two have one name, and so one file");
        }
    }

    /**
     * A figure: a panel a measure and recommender.
     *
     * @param name of its files
     * @param title above it; absent: its name
     * @param measures one a row of panels, by the names of their columns; {@code lorenz_*} is the quantity whose points are all columns
     *     that begin so and end in a number, which is along the axis then
     * @param over the varied key along the axis; absent: the first whose values are numbers
     * @param paper what the paper's figure shows
     * @param here what ours shows otherwise, and why, where known
     */
    public record FigureWords(
            String name,
            Optional<String> title,
            List<String> measures,
            Optional<String> over,
            Optional<String> paper,
            Optional<String> here) {
        private static final int MOST_MEASURES = 6;

        public FigureWords {
            if (!name.matches("[a-z0-9][a-z0-9_-]{0,60}")) {
                throw new IllegalArgumentException(
                        "name = " + name + ": must be small letters, digits, - and _, as it names files");
            }
            measures = List.copyOf(measures);
            if (measures.isEmpty() || measures.size() > MOST_MEASURES) {
                throw new IllegalArgumentException(
                        "measures: " + measures.size() + " of them; 1…" + MOST_MEASURES + " are allowed");
            }
        }
    }
}
