package chorus.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The catalogue: every meter of Chorus, with its kind, unit, labels and meaning. */
public sealed interface Metered permits Meter, RoundMeter {
    /** How a meter behaves: a gauge is read, a counter only grows in this process, a histogram counts durations by their length. */
    enum Kind {
        GAUGE,
        COUNTER,
        HISTOGRAM
    }

    /** All of them, as the page lists them. */
    static List<Metered> all() {
        var all = new ArrayList<Metered>(List.of(Meter.values()));
        all.addAll(List.of(RoundMeter.values()));
        return List.copyOf(all);
    }

    Traits traits();

    /** The dotted name; {@link MeterPage} shows it as Prometheus does. */
    default String dotted() {
        return traits().name();
    }

    /** The parts of a run whose process shows it. */
    default Set<Part> parts() {
        return traits().parts();
    }

    default Kind kind() {
        return traits().kind();
    }

    default String unit() {
        return traits().unit();
    }

    default String meaning() {
        return traits().meaning();
    }

    default List<String> labels() {
        return traits().labels();
    }
}
