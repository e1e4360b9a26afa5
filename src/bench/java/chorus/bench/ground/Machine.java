package chorus.bench.ground;

import chorus.config.Settings;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.AppInfoParser;

/** The machine and the versions under which was measured. */
public final class Machine {
    private Machine() {}

    public static Map<String, Object> facts(List<String> options) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        facts.put("processor", processor());
        facts.put("memory", memory());
        facts.put("loadAverage", load());
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        facts.put("kafka", AppInfoParser.getVersion());
        facts.put("flink", jar("flink-runtime-"));
        facts.put("rocksdb", jar("rocksdbjni-"));
        facts.put("frocksdb", jar("frocksdbjni-"));
        facts.put("chorus", Objects.toString(Settings.class.getPackage().getImplementationVersion(), "unknown"));
        facts.put("contenderOptions", String.join(" ", options));
        return facts;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String jar(String prefix) {
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var name = Path.of(entry).getFileName().toString();
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length()).replace(".jar", "");
            }
        }
        return "absent";
    }

    private static String processor() {
        return line(Path.of("/proc/cpuinfo"), "model name");
    }

    private static String memory() {
        return line(Path.of("/proc/meminfo"), "MemTotal");
    }

    private static String line(Path file, String key) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
