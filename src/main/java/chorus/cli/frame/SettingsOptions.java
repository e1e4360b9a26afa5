package chorus.cli.frame;

import chorus.broker.access.ClientConfig;
import chorus.cli.cluster.ClusterOptions;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command is given its settings. */
public final class SettingsOptions {
    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "YAML file over the defaults that `chorus describe settings` shows")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "one setting over the file, e.g. simulate.playlists=2000 or campaigns[0].alpha=0.02")
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--orders",
            paramLabel = "FILE",
            description = "what begins and ends while the run goes, as orders.yaml of a run has it (docs/orders.md)")
    private @Nullable Path orders;

    private final Loading loading;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    /** How a file of settings, one of orders and overrides become settings. */
    @FunctionalInterface
    public interface Loading {
        Settings load(Optional<Path> file, Optional<Path> orders, List<String> overrides);
    }

    /** Those of playlists. */
    public SettingsOptions() {
        this(SettingsLoader::load);
    }

    /** @param loading says whose orders are those of a file */
    public SettingsOptions(Loading loading) {
        this.loading = loading;
    }

    public Settings load() {
        return loading.load(Optional.ofNullable(file), orders(), overrides());
    }

    /** The file where one is given, else those that lie beside the data that the command asks something of. */
    public Settings loadBeside(DataOption data) {
        return loading.load(Optional.ofNullable(file).or(data::kept), orders(), overrides());
    }

    /** The file where one is given, the defaults under a name otherwise. */
    public Settings loadNamed(String name) {
        if (file == null) {
            sets.addFirst("name=" + name);
        }
        return load();
    }

    /** The file where one is given, the demo's own settings otherwise. */
    public Settings loadDemo() {
        return file == null ? SettingsLoader.demo(orders(), overrides()) : load();
    }

    /** The demo with epochs by the clock. */
    public Settings loadDemoLive() {
        sets.addFirst("epochs.by=clock");
        return loadDemo();
    }

    /** How brokers and registry of the settings are reached. */
    public ClientConfig client(Settings chosen) {
        return cluster.client(chosen);
    }

    private Optional<Path> orders() {
        return Optional.ofNullable(orders);
    }

    private List<String> overrides() {
        var all = new ArrayList<>(sets);
        all.addAll(cluster.settings("kafka"));
        return all;
    }
}
