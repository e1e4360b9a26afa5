package chorus.chaos.memory;

import java.util.ArrayList;
import java.util.List;

/** A quantity over time. */
final class Samples {
    private record Sample(double hours, double value) {}

    private final List<Sample> samples = new ArrayList<>();

    void add(double hours, double value) {
        samples.add(new Sample(hours, value));
    }

    int count() {
        return samples.size();
    }

    /** Those from a share of the time on, 0…1 of what lies between the first and the last. */
    Samples after(double share) {
        var rest = new Samples();
        if (!samples.isEmpty()) {
            var first = samples.getFirst().hours;
            var from = first + share * (samples.getLast().hours - first);
            samples.stream().filter(sample -> sample.hours >= from).forEach(rest.samples::add);
        }
        return rest;
    }

    /** Slope of the straight line through them by least squares, an hour; 0 of fewer than two. */
    double slope() {
        var hours = samples.stream().mapToDouble(Sample::hours).average().orElse(0);
        var value = samples.stream().mapToDouble(Sample::value).average().orElse(0);
        var spread = 0.0;
        var together = 0.0;
        for (var sample : samples) {
            spread += (sample.hours - hours) * (sample.hours - hours);
            together += (sample.hours - hours) * (sample.value - value);
        }
        return spread == 0 ? 0 : together / spread;
    }

    /** By how much that line rises between the first and the last of them. */
    double rise() {
        return samples.isEmpty() ? 0 : slope() * (samples.getLast().hours - samples.getFirst().hours);
    }

    double last() {
        return samples.getLast().value;
    }

    double least() {
        return samples.stream().mapToDouble(Sample::value).min().orElse(0);
    }
}
