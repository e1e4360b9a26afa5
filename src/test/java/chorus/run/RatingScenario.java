package chorus.run;

import chorus.altruism.Game;
import chorus.config.Settings;
import chorus.report.altruism.RoundsBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small run of the second simulation, and what it comes to in one process. */
public final class RatingScenario {
    public static final Scenario SMALL = new Scenario(List.of(
            "altruism.users=200",
            "altruism.items=60",
            "altruism.minorityUsers=20",
            "altruism.minorityItems=8",
            "altruism.targets=8",
            "altruism.rounds=8",
            "altruism.begin=2",
            "altruism.eta=0.5",
            "altruism.tolerance={absolute: 5}",
            "altruism.rank=6",
            "stream.commitInterval=200ms",
            "serve.port=0"));

    private RatingScenario() {}

    /** A run of it as a process of its own. */
    public static ChildRun start(Scenario scenario, Path out, Path said) throws IOException {
        var command = new ArrayList<>(List.of("altruism", "run", "--out", out.toString()));
        scenario.sets().forEach(set -> command.addAll(List.of("--set", set)));
        return ChildRun.start(said, command);
    }

    /** rounds.csv of the same settings without Kafka. */
    static String experiment(Settings settings) {
        return RoundsBundle.csv(Game.play(settings.altruism(), settings.randomSeed()));
    }
}
