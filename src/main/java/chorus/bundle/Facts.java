package chorus.bundle;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was run, in the words of its report. */
final class Facts {
    private Facts() {}

    static Map<String, String> of(ExperimentSummary summary) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("experiment", summary.name() + ", " + summary.file());
        facts.put("playlists", summary.data());
        if (!summary.overrides().isEmpty()) {
            facts.put("overridden", String.join(", ", summary.overrides()));
        }
        facts.put("varied", summary.keys().isEmpty() ? "nothing" : String.join(", ", summary.keys()));
        facts.put(
                "scale",
                summary.scale().variants() + " variants; " + summary.scale().text());
        facts.put(
                "randomSeed",
                summary.scale().seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        facts.put(
                "versions",
                summary.versions().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", ")));
        var machine = summary.machine();
        facts.put(
                "machine",
                machine.system() + ", " + machine.architecture() + ", " + machine.processors() + " processors, "
                        + machine.heapMiB() + " MiB of heap");
        facts.put("time", String.format(Locale.ROOT, "%.1f s, begun %s", summary.seconds(), summary.began()));
        return facts;
    }
}
