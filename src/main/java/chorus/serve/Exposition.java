package chorus.serve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The formats in which meters are told, and which of them who asks prefers (RFC 9110, section 12.5.1). */
enum Exposition {
    /** Prometheus' own; whoever says nothing gets it. */
    PROMETHEUS("text/plain", "0.0.4"),
    OPEN_METRICS("application/openmetrics-text", "1.0.0");

    private final String type;
    private final String version;

    Exposition(String type, String version) {
        this.type = type;
        this.version = version;
    }

    String contentType() {
        return type + "; version=" + version + "; charset=utf-8";
    }

    /** @param accept the request's header */
    static Exposition accepted(@Nullable String accept) {
        var ranges = accept == null ? List.<Range>of() : Range.all(accept);
        var open = OPEN_METRICS.quality(ranges);
        // who has no wish of its own for OpenMetrics gets what was always there
        var asked = ranges.stream().anyMatch(range -> range.type.equals(OPEN_METRICS.type));
        return asked && open > 0 && open >= PROMETHEUS.quality(ranges) ? OPEN_METRICS : PROMETHEUS;
    }

    /** That of the most precise range that fits. */
    private double quality(List<Range> ranges) {
        for (var wanted : List.of(type, type.substring(0, type.indexOf('/')) + "/*", "*/*")) {
            var fitting = ranges.stream()
                    .filter(range -> range.type.equals(wanted))
                    .filter(range ->
                            range.version.isEmpty() || range.version.get().equals(version))
                    .mapToDouble(Range::quality)
                    .max();
            if (fitting.isPresent()) {
                return fitting.getAsDouble();
            }
        }
        return 0;
    }

    /** @param version empty where any is taken */
    private record Range(String type, Optional<String> version, double quality) {
        static List<Range> all(String accept) {
            return Arrays.stream(accept.split(",")).map(Range::of).toList();
        }

        private static Range of(String text) {
            var parts = text.split(";", -1);
            var parameters = new TreeMap<String, String>();
            for (var part : List.of(parts).subList(1, parts.length)) {
                var pair = part.split("=", 2);
                parameters.put(pair[0].strip().toLowerCase(Locale.ROOT), pair.length < 2 ? "" : unquoted(pair[1]));
            }
            return new Range(
                    parts[0].strip().toLowerCase(Locale.ROOT),
                    Optional.ofNullable(parameters.get("version")),
                    number(parameters.getOrDefault("q", "1")));
        }

        private static String unquoted(String value) {
            return value.strip().replace("\"", "");
        }

        /** A weight that is none is not what anybody wants. */
        private static double number(String text) {
            return text.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(text) : 0;
        }
    }
}
