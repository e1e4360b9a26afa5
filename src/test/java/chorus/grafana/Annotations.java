package chorus.grafana;

import chorus.metrics.Meter;
import chorus.metrics.MeterPage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Marks over all panels: when campaigns join, hold and leave. Grafana joins marks that follow each other to one stretch. */
final class Annotations {
    private Annotations() {}

    static List<Object> phases() {
        return List.of(
                phase("join", "joins", "green"), phase("hold", "holds", "yellow"), phase("leave", "leaves", "red"));
    }

    private static Map<String, Object> phase(String phase, String does, String colour) {
        var tree = new TreeMap<String, Object>();
        tree.put("datasource", BoardJson.SOURCE);
        tree.put("enable", true);
        tree.put(
                "expr",
                "max by (campaign, world) (" + MeterPage.prometheus(Meter.PHASE) + "{campaign=~\"$campaign\",phase=\""
                        + phase + "\",world=~\"$world\"}) == 1");
        tree.put("hide", false);
        tree.put("iconColor", colour);
        tree.put("name", "campaign " + does);
        tree.put("step", "2s");
        tree.put("tagKeys", "campaign,world");
        tree.put("textFormat", "in world {{world}}");
        tree.put("titleFormat", "{{campaign}} " + does);
        return tree;
    }
}
