package chorus.cli.altruism;

import chorus.broker.ratings.RoundLog;
import chorus.broker.refused.Refusals;
import chorus.cli.altruism.RoundScreen.Before;
import chorus.cli.frame.PartRunner;
import chorus.cli.frame.PartRunner.Bench;
import chorus.cli.frame.PlaceOptions.Place;
import chorus.cli.frame.Version;
import chorus.config.Settings;
import chorus.config.SettingsText;
import chorus.config.tree.SettingsFault;
import chorus.events.ratings.RatingTopics;
import chorus.ratings.results.RoundResult;
import chorus.report.Terminal;
import chorus.report.altruism.RoundsBundle;
import chorus.report.altruism.RoundsBundle.Origin;
import chorus.run.ratings.RatingSite;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.List;

/** What the commands of a run over a broker have in common. */
final class Parts {
    private Parts() {}

    /** A part in a process of its own. */
    static PartRunner of(String name, boolean shared, Settings settings, Place place, Terminal terminal) {
        requireFew(settings);
        return new PartRunner(name, shared, RatingTopics.SIMULATION, settings, place, terminal);
    }

    /** In one process there may be more. */
    private static void requireFew(Settings settings) {
        var worlds = settings.altruism().allWorlds().size();
        if (worlds > WorldSet.MOST) {
            throw new SettingsFault(
                    "altruism.worlds: " + worlds + " of them; a run over a broker has at most " + WorldSet.MOST);
        }
    }

    static Origin origin(Settings settings) {
        return new Origin(settings.name(), settings.randomSeed(), SettingsText.of(settings), Version.all());
    }

    /** The screen of the process that sees rounds come, with those that are there already. */
    static RoundScreen screen(Settings settings, Place place, Bench bench, Terminal terminal)
            throws InterruptedException {
        var known = known(RatingSite.of(bench.site(settings)));
        var before = Before.of(settings.altruism(), known);
        return new RoundScreen(
                terminal, bench, RoundsBundle.begin(place.out(), origin(settings), before.rows()), before);
    }

    private static List<RoundResult> known(RatingSite site) throws InterruptedException {
        var known = new ArrayList<RoundResult>();
        try (var log = RoundLog.open(site.site().cluster(), site.shape(), Refusals.PASSED_OVER)) {
            for (var round = 0; round <= log.newest(); round++) {
                known.add(log.result(round));
            }
        }
        return known;
    }
}
