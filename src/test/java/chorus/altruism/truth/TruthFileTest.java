package chorus.altruism.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.altruism.SomeAltruism;
import chorus.config.tree.SettingsFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthFileTest {
    @TempDir
    private Path directory = Path.of(".");

    @Test
    void pairsAreWorthWhatTheirLineSaysAndOthersNothing() throws IOException {
        var truth = read("user,item,value\n0,1,0.5\n\n2,3,1\n");
        assertThat(truth.utility(0, 1)).isEqualTo(0.5);
        assertThat(truth.utility(2, 3)).isEqualTo(1);
        assertThat(truth.utility(1, 1)).isZero();
        assertThat(truth.best(0)).isEqualTo(1);
        assertThat(truth.isMajority(1)).isTrue();
        assertThat(truth.isMajority(2)).isFalse();
        assertThat(truth.isMajorityItem(2)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,1|1: must read user,item,value: whole numbers from 0 on, and a number of at least 0",
                "0,1,-1|1: must read user,item,value: whole numbers from 0 on, and a number of at least 0",
                "0,1,NaN|1: must read user,item,value: whole numbers from 0 on, and a number of at least 0",
                "3,0,1|1: user 3: must lie in 0…2, as altruism.users says",
                "0,4,1|1: item 4: must lie in 0…3, as altruism.items says",
            })
    void aWrongLineIsNamed(String line, String message) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(SettingsFault.class)
                .hasMessage(directory.resolve("truth.csv") + ":" + message);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> TruthFile.read(
                        Path.of("nowhere.csv"),
                        SomeAltruism.of("users=3", "items=4", "minorityUsers=1", "minorityItems=2", "targets=1")))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("altruism.truth: nowhere.csv: there is no such file");
    }

    private Truth read(String text) throws IOException {
        var file = Files.writeString(directory.resolve("truth.csv"), text);
        return TruthFile.read(
                file, SomeAltruism.of("users=3", "items=4", "minorityUsers=1", "minorityItems=2", "targets=1"));
    }
}
