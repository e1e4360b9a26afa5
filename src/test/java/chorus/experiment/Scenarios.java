package chorus.experiment;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.playlist.World;
import chorus.rows.results.EvaluationRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
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

    static List<EvaluationRow> rows(Round round, World world) {
        return round.evaluations().stream().filter(row -> row.world() == world).toList();
    }

    /** A campaign's factual rows, from its start on. */
    static List<EvaluationRow> course(List<Round> rounds, String campaign) {
        var rows = new ArrayList<EvaluationRow>();
        rounds.forEach(round -> rows(round, World.FACTUAL).stream()
                .filter(row -> row.campaign().equals(campaign))
                .forEach(rows::add));
        return rows;
    }
}
