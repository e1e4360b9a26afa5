package chorus.experiment;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.results.EvaluationRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Settings for tests, and what their runs came to. */
final class Scenarios {
    /** Small, with much organic editing; the campaigns overlap, and one of them never ends. */
    private static final String SMALL = """
            simulate: {playlists: 300, epochs: 6, changePerEpoch: 0.1}
            campaigns:
              - {name: lift, strategy: DirLoF, budget: 12, start: 1, join: [0.5, 1], hold: 1, leave: [0.5, 0]}
              - {name: noise, strategy: Random, budget: 12, start: 2, join: [1], hold: 1, leave: [0]}
              - {name: cluster, strategy: InClust, budget: 6, start: 3}
              - {name: front, strategy: InsertAt, index: 0, budget: 6, start: 1, join: [1], hold: 3, leave: [0]}
            """;

    private Scenarios() {}

    static Settings small(String... overrides) {
        try {
            var file = Files.createTempFile("small", ".yaml");
            Files.writeString(file, SMALL);
            var settings = SettingsLoader.load(Optional.of(file), List.of(overrides));
            Files.delete(file);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Round> run(Settings settings) {
        return Experiment.run(settings, _ -> {});
    }

    /** A world's rows, by name. */
    static List<EvaluationRow> rows(Round round, String world) {
        return round.evaluations().stream()
                .filter(row -> row.world().equals(world))
                .toList();
    }

    /** The fingerprint of a world's counts, by name. */
    static WorldDigest digest(Round round, String world) {
        return round.counts().worlds().stream()
                .filter(each -> each.world().equals(world))
                .findFirst()
                .orElseThrow()
                .digest();
    }

    /** A campaign's rows in a world, from its start on. */
    static List<EvaluationRow> course(List<Round> rounds, String world, String campaign) {
        return rounds.stream()
                .flatMap(round -> rows(round, world).stream())
                .filter(row -> row.campaign().equals(campaign))
                .toList();
    }
}
