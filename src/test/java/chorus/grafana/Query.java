package chorus.grafana;

import chorus.metrics.MeterPage;
import chorus.metrics.Metered;

/**
 * What a panel asks Prometheus, and how it names each line of the answer.
 *
 * @param expr in PromQL, with Grafana's variables
 * @param legend with labels in double braces
 */
record Query(String expr, String legend) {
    /** The window of rates: Grafana makes it four scrapes, or the width of a pixel. */
    static final String WINDOW = "[$__rate_interval]";

    /**
     * A query with meters in it.
     *
     * @param expr each {@code %s} is a meter's name as Prometheus has it
     */
    static Query of(String legend, String expr, Metered... meters) {
        var names = new Object[meters.length];
        for (var i = 0; i < meters.length; i++) {
            names[i] = MeterPage.prometheus(meters[i]);
        }
        return new Query(expr.formatted(names), legend);
    }

    /** A quantile of a histogram, of all processes together; nothing while nothing is counted. */
    static Query quantile(String q, Metered meter) {
        return of(
                "p" + q.substring(2),
                "histogram_quantile(" + q + ", sum by (le) (rate(%s_bucket" + WINDOW + ")))"
                        + " and on () sum(rate(%s_count" + WINDOW + ")) > 0",
                meter,
                meter);
    }
}
