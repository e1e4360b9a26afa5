package chorus.rows.results;

/**
 * A measure of what a model did, beside the function that takes it: under which name its figure is published, and how to read it.
 *
 * @param name of its column and of its field
 * @param unit of its figure; empty for a plain number
 * @param better which of two figures is the better one
 * @param formula what it is, in a line
 * @param source where it is defined
 */
public record Measure(String name, String unit, Better better, String formula, String source) {
    /** Which way a figure should go, for whoever wants good recommendations. */
    public enum Better {
        MORE,
        LESS,
        /** Good for some and bad for others: what a collective gains. */
        NEITHER
    }
}
