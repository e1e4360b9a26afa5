package chorus.cli.cluster;

import chorus.broker.access.ClientConfig;
import chorus.config.Settings;
import chorus.config.tree.SettingsFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command is given brokers and a registry, and how it reaches them. */
public final class ClusterOptions {
    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "Kafka brokers; without it an embedded one")
    private @Nullable String bootstrap;

    @Option(names = "--registry", paramLabel = "URL", description = "schema registry; without it an embedded one")
    private @Nullable String registry;

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description = {
                "properties for all clients of --bootstrap, by Kafka's names: TLS and SASL;",
                "behind `registry.` those of the registry's client (docs/clusters.md)"
            })
    private @Nullable Path file;

    /** The addresses as overrides of the settings below {@code section}. */
    public List<String> settings(String section) {
        var all = new ArrayList<String>();
        if (bootstrap != null) {
            all.add(section + ".bootstrap=" + quoted(bootstrap));
        }
        if (registry != null) {
            all.add(section + ".registry=" + quoted(registry));
        }
        return all;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** @throws SettingsFault where the file is wrong, or nothing is there that it could be for */
    public ClientConfig client(Settings chosen) {
        if (file == null) {
            return ClientConfig.NONE;
        }
        if (chosen.kafka().embedded()) {
            throw new SettingsFault(
                    "--client-config", "", "is for brokers of others: give --bootstrap and --registry too");
        }
        return ClientConfig.read(file);
    }
}
