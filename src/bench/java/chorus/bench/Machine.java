package chorus.bench;

import chorus.bench.contender.Contender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/** The machine and the versions under which was measured. */
final class Machine {
    private Machine() {}

    static Map<String, Object> facts() {
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
        var chorus = Contender.class.getModule().isNamed() ? null : chorus.cli.Main.class.getPackage();
        facts.put("chorus", chorus == null || chorus.getImplementationVersion() == null ? "unknown"
                : chorus.getImplementationVersion());
        facts.put("contenderOptions", String.join(" ", Child.OPTIONS));
        return facts;
    }

    private static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String jar(String prefix) {
        for (var entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
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
