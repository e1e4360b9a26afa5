package chorus.cli.describe;

import chorus.cli.frame.SettingsOptions;
import chorus.cli.json.RosterLines;
import chorus.config.Settings;
import chorus.config.tree.SettingsFault;
import chorus.simulate.Collectives;
import chorus.simulate.Plan;
import chorus.simulate.ReplayPlan;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.collective.Roster;
import chorus.simulate.replay.Reading;
import chorus.simulate.replay.Reading.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chorus describe collective}: who is in the collectives and what they know, for a strategy of one's own. */
@Command(
        name = "collective",
        description = {
            "Print who is in the campaigns' collectives and what they know, as JSON, an object a line: each campaign, then its "
                    + "members by rank.",
            "A script makes plants.csv of it for `strategy: {file: plants.csv}` (docs/collectives.md), which need not be there yet."
        },
        mixinStandardHelpOptions = true)
public final class DescribeCollective implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description = "playlists of files, as `replay` reads them, in place of the simulated ones")
    private @Nullable Path files;

    @Option(names = "--campaign", paramLabel = "NAME", description = "this campaign alone")
    private @Nullable String campaign;

    @Option(names = "--known", description = "also every playlist that a collective knows beside its own, a line each")
    private boolean known;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var chosen = settings.load();
        var rosters = asked(Collectives.rosters(chosen, plan(chosen)));
        var out = spec.commandLine().getOut();
        rosters.forEach(roster -> RosterLines.of(roster, known).forEach(out::println));
        out.flush();
        return 0;
    }

    private Plan plan(Settings chosen) {
        if (files == null) {
            return SimulatedPlan.draw(chosen);
        }
        var reading = Reading.of(files, new Rules(false, false));
        reading.require();
        return ReplayPlan.of(reading, chosen, Map.of());
    }

    private List<Roster> asked(List<Roster> rosters) {
        var asked = rosters.stream()
                .filter(roster -> campaign == null || roster.settings().name().equals(campaign))
                .toList();
        if (asked.isEmpty()) {
            var names = rosters.stream().map(roster -> roster.settings().name()).collect(Collectors.joining(", "));
            throw new SettingsFault("campaigns: "
                    + (names.isEmpty()
                            ? "none starts within the run, so there is no collective"
                            : "there is no " + campaign + "; those that start within the run are " + names));
        }
        return asked;
    }
}
