package chorus.cli.frame;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** Which Chorus, Java and Kafka this is. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"chorus " + own(), "java " + Runtime.version(), "kafka " + AppInfoParser.getVersion()};
    }

    /** The versions that stand in a run's summary. */
    public static SortedMap<String, String> all() {
        var versions = new TreeMap<String, String>();
        versions.put("chorus", own());
        versions.put("java", Runtime.version().toString());
        versions.put("kafka", AppInfoParser.getVersion());
        return versions;
    }

    private static String own() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
