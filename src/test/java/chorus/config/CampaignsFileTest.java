package chorus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.CampaignSettings.Strategy;
import chorus.config.collective.Knows;
import chorus.config.collective.Target;
import chorus.config.tree.SettingsFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignsFileTest {
    @TempDir
    private Path folder;

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("campaigns.jsonl"), text).toString();
    }

    private static Settings load(String file, String... options) {
        var all = new ArrayList<>(List.of("campaigns={file: '" + file + "'}", "worlds=each"));
        all.addAll(List.of(options));
        return SettingsLoader.load(Optional.empty(), all);
    }

    @Test
    void linesAsTheCodeOfKaranAndOthersHasThemAreCampaigns() throws IOException {
        var campaigns = load(write("""
                {"name":"one","budget":45,"targetsongs":["spotify:track:a"],"strategy":"dirlof_basic"}

                {"name": "two", "budget": 30, "targetsongs": ["spotify:track:\\u0062\\/c"], "strategy": "inclust"}
                {"name": "three", "budget": 20, "targetsongs": ["spotify:track:d"], "strategy": "random"}
                """)).campaigns();
        assertThat(campaigns).extracting(CampaignSettings::name).containsExactly("one", "two", "three");
        assertThat(campaigns)
                .extracting(CampaignSettings::strategy)
                .containsExactly(new Strategy.DirLoF(), new Strategy.InClust(), new Strategy.Random());
        assertThat(campaigns)
                .extracting(CampaignSettings::promoted)
                .containsExactly(
                        new Target.Uri("spotify:track:a"),
                        new Target.Uri("spotify:track:b/c"),
                        new Target.Uri("spotify:track:d"));
        assertThat(campaigns).extracting(c -> c.budget().orElseThrow()).containsExactly(45, 30, 20);
        assertThat(campaigns).extracting(CampaignSettings::start).containsOnly(1);
        assertThat(campaigns)
                .extracting(CampaignSettings::knows)
                .containsExactly(new Knows.Own(), new Knows.Full(), new Knows.Full());
    }

    @Test
    void aLineMayHaveEveryKeyOfACampaignAndOptionsReachIt() throws IOException {
        var line =
                "{\"name\": \"a\", \"alpha\": 0.01, \"strategy\": {\"Hybrid\": 5}, \"target\": {\"new\": \"x\"}, \"start\": 3,"
                        + " \"join\": [0.5, 1], \"knowledge\": {\"sample\": 0.1}}";
        var settings = load(write(line), "campaigns[0].hold=2");
        var campaign = settings.campaigns().getFirst();
        assertThat(campaign.strategy().label()).isEqualTo("Hybrid(5)");
        assertThat(campaign.start()).isEqualTo(3);
        assertThat(campaign.hold()).isEqualTo(2);
        assertThat(campaign.knows()).isEqualTo(new Knows.Sample(0.1));
        // what a run keeps names no file
        assertThat(SettingsLoader.load("settings.yaml", SettingsText.of(settings), List.of()))
                .isEqualTo(settings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"a\", \"bugdet\": 4}|FILE:2: campaigns[1].bugdet: unknown setting; did you mean campaigns[1].budget?",
                "{\"name\": \"a\", \"budget\": -4, \"strategy\": \"random\"}|FILE:2: campaigns[1].budget = -4: must lie in"
                        + " 0…10000000",
                "{\"name\": \"a\", \"budget\": 4, \"strategy\": \"loud\"}|FILE:2: campaigns[1].strategy = loud: must be one of"
                        + " DirLoF, InClust, InClustGreedy, Hybrid, Random, RandomFirst, RandomLast, AtTheEnd, InsertAt, Altruistic, File",
                "{\"name\": \"a\", \"strategy\": \"random\"}|FILE:2: campaigns[1].budget, alpha, members: at least one of them"
                        + " must be given",
                "{\"name\": \"a\", \"targetsongs\": [\"x\", \"y\"]}|FILE:2: targetsongs: must be a list of one track's URI: a"
                        + " campaign promotes one",
                "{\"name\": \"a\", \"targetsongs\": [\"x\"], \"target\": {\"new\": \"y\"}}|FILE:2: targetsongs: only one of it and"
                        + " target may be given",
                "{\"name\": \"a\", |FILE:2: column 14: not JSON: expected the node content, but found '<stream end>'",
                "[1]|FILE:2: a line holds one campaign: {\"name\": …, \"budget\": …, \"targetsongs\": [\"URI\"], \"strategy\": …}",
            })
    void aWrongLineIsRefusedWithFileLineAndKey(String line, String message) throws IOException {
        var file = write("{\"name\": \"first\", \"budget\": 3, \"strategy\": \"random\"}\n" + line + "\n");
        assertThatThrownBy(() -> load(file))
                .isInstanceOf(SettingsFault.class)
                .hasMessage(message.replace("FILE", file));
    }

    @Test
    void aFileThatIsNotThereOrAMappingThatNamesNoneIsRefused() {
        var missing = folder.resolve("none.jsonl").toString();
        assertThatThrownBy(() -> load(missing)).hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> SettingsLoader.load(Optional.empty(), List.of("campaigns={files: x}")))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("--set: campaigns: must be a list: [ … ], or {file: FILE.jsonl}");
    }
}
