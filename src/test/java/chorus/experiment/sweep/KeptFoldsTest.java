package chorus.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.Sweep;
import chorus.experiment.sweep.KeptFolds.OtherExperiment;
import chorus.simulate.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFoldsTest {
    private static final String PAGE = """
            simulate: {playlists: 150, epochs: 2}
            evaluate: {testShare: 0.3}
            campaigns: [{name: a, strategy: DirLoF, budget: 5, start: 1}]
            sweep: {"campaigns[0].strategy": [DirLoF, Random], randomSeed: [1, 2, 3]}
            """;

    @TempDir
    Path folder;

    @Test
    void aSweepGoesOnFromItsFinishedFoldsAndComesToTheSame() throws Exception {
        var sweep = sweep(PAGE);
        var whole = run(sweep, false);
        assertThat(folds()).containsExactlyInAnyOrder("1.json.gz", "2.json.gz", "3.json.gz", "digest");
        Files.delete(folder.resolve("folds/2.json.gz"));
        var untouched = Files.getLastModifiedTime(folder.resolve("folds/1.json.gz"));
        assertThat(run(sweep, false)).isEqualTo(whole);
        assertThat(folds()).hasSize(4);
        assertThat(Files.getLastModifiedTime(folder.resolve("folds/1.json.gz"))).isEqualTo(untouched);
    }

    /** What a fold is kept as is taken for it: proof that it is read and not run again. */
    @Test
    void aKeptFoldIsNotRunAgainUnlessItIsAskedFor() throws Exception {
        var sweep = sweep(PAGE);
        var whole = run(sweep, false);
        Files.copy(
                folder.resolve("folds/1.json.gz"),
                folder.resolve("folds/2.json.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        var other = run(sweep, false);
        // variants 2 and 5 are of the second seed
        assertThat(other.get(1)).isEqualTo(whole.get(0)).isNotEqualTo(whole.get(1));
        assertThat(run(sweep, true)).isEqualTo(whole);
    }

    @Test
    void foldsOfOtherSettingsOrCircumstancesAreRefused() throws Exception {
        run(sweep(PAGE), false);
        var other = sweep(PAGE.replace("budget: 5", "budget: 6"));
        assertThatThrownBy(() -> run(other, false))
                .isInstanceOf(OtherExperiment.class)
                .hasMessage(folder.resolve("folds")
                        + " holds folds of other settings, other data or another version: --restart begins it anew, or name another"
                        + " --out");
        assertThatThrownBy(() -> run(sweep("generations: all\n" + PAGE), false)).isInstanceOf(OtherExperiment.class);
        assertThatThrownBy(() -> KeptFolds.in(folder.resolve("folds"), sweep(PAGE), "2", false))
                .isInstanceOf(OtherExperiment.class);
        assertThat(run(sweep("report: {title: Words}\n" + PAGE), false)).hasSize(6);
        Files.writeString(folder.resolve("folds/3.json.gz"), "torn");
        assertThatThrownBy(() -> run(sweep(PAGE), false))
                .isInstanceOf(OtherExperiment.class)
                .hasMessageStartingWith(folder.resolve("folds/3.json.gz") + " is damaged: --restart");
        assertThat(run(other, true)).hasSize(6);
    }

    private List<Findings> run(Sweep sweep, boolean restart) throws InterruptedException {
        var told = new ArrayList<Integer>();
        var kept = KeptFolds.in(folder.resolve("folds"), sweep, "1", restart).begun(restart);
        var held = Sweeping.run(sweep, new Plans.Simulated(), kept, told::add);
        assertThat(told).isSorted().endsWith(6);
        return held;
    }

    private List<String> folds() throws IOException {
        try (var files = Files.list(folder.resolve("folds"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Sweep sweep(String page) throws IOException {
        return Sweep.load(Files.writeString(folder.resolve("some.yaml"), page), List.of());
    }
}
