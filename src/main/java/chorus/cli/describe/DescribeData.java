package chorus.cli.describe;

import chorus.cli.describe.DataStatistics.Statistic;
import chorus.cli.json.JsonOption;
import chorus.config.SettingsLoader;
import chorus.experiment.sweep.TextColumns;
import chorus.simulate.replay.Reading;
import chorus.simulate.replay.Reading.Rules;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chorus describe data}: what shape real playlists have, beside the Million Playlist Dataset. */
@Command(
        name = "data",
        description = {
            "Print what shape the playlists in DIR have, whatever the command replay reads: sizes, lengths, how plays lie over "
                    + "tracks, what tests hold that nobody trained on.",
            "Beside them stands what is published of the Million Playlist Dataset."
        },
        mixinStandardHelpOptions = true)
public final class DescribeData implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "folder with files of playlists, or one such file")
    private Path files = Path.of(".");

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var reading = Reading.of(files, Rules.USUAL).require();
        var defaults = SettingsLoader.load(Optional.empty(), List.of());
        var statistics = DataStatistics.of(reading, defaults.heldOut());
        if (json.asked()) {
            json.print("chorus-data/1", Map.of("statistics", tree(statistics)));
            return 0;
        }
        var out = spec.commandLine().getOut();
        reading.told().forEach(out::println);
        var table = new TextColumns();
        table.add(List.of("", "here", "MPD"));
        statistics.forEach(
                each -> table.add(List.of(each.name(), number(each, each.here()), number(each, each.mpd()))));
        out.print(table);
        out.flush();
        return 0;
    }

    private static Map<String, Double> tree(List<Statistic> statistics) {
        var tree = new LinkedHashMap<String, Double>();
        statistics.forEach(each -> each.here().ifPresent(here -> tree.put(each.key(), here)));
        return tree;
    }

    private static String number(Statistic statistic, OptionalDouble value) {
        return value.isEmpty()
                ? "–"
                : String.format(Locale.ROOT, "%,." + statistic.decimals() + "f", value.getAsDouble());
    }
}
