package chorus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.tree.SettingsFault;
import chorus.worlds.World;
import chorus.worlds.WorldSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldsSettingsTest {
    private static final String TWO = """
            campaigns:
              - {name: a, strategy: Random, budget: 1, start: 1}
              - {name: b, strategy: Random, budget: 1, start: 1}
            """;
    private static final String FOLLOWED =
            TWO.replace("budget: 1, start: 1}\n", "members: a, start: 1}\n").replaceFirst("members: a", "budget: 1");

    private static Settings load(String page, String... overrides) {
        return SettingsLoader.load("a.yaml", page, List.of(overrides));
    }

    @Test
    void withoutAWordOnWorldsThereAreTheFactualOneAndTheTwin() {
        assertThat(load(TWO).allWorlds().named())
                .containsExactly(new World(1, "factual", Set.of("a", "b")), new World(0, "counterfactual", Set.of()));
        assertThat(load("").allWorlds().named())
                .containsExactly(new World(1, "factual", Set.of()), new World(0, "counterfactual", Set.of()));
        assertThat(load(TWO, "worlds=[]").allWorlds()).isEqualTo(load(TWO).allWorlds());
        assertThat(load(TWO).remark()).isEmpty();
    }

    @Test
    void eachStandsForTheTwinEveryCampaignAloneAndAll() {
        var settings = load(TWO, "worlds=each");
        assertThat(settings.allWorlds().named())
                .containsExactly(
                        new World(0, "twin", Set.of()),
                        new World(1, "a", Set.of("a")),
                        new World(2, "b", Set.of("b")),
                        new World(3, "all", Set.of("a", "b")));
        assertThat(settings.remark()).isEmpty();
        assertThat(load("", "worlds=each").allWorlds().names()).containsExactly("twin");
    }

    @Test
    void whereCampaignsMayNotMeetNoWorldHasAllAndThatIsRemarked() {
        var followed = load(FOLLOWED, "worlds=each");
        assertThat(followed.allWorlds().names()).containsExactly("twin", "a", "b");
        assertThat(followed.remark()).hasValue("worlds: no world has all campaigns: b has the members of a");
        var shared = load(TWO, "worlds=each", "campaigns[0].target={new: b}");
        assertThat(shared.allWorlds().names()).containsExactly("twin", "a", "b");
        assertThat(shared.remark()).hasValue("worlds: no world has all campaigns: a and b have one target");
    }

    @Test
    void aWorldWithAllOfOneCampaignIsLeftOutWithoutAWord() {
        var one = load("worlds: each\ncampaigns: [{name: a, strategy: Random, budget: 1, start: 1}]");
        assertThat(one.allWorlds().names()).containsExactly("twin", "a");
        assertThat(one.remark()).isEmpty();
    }

    @Test
    void namedWorldsKeepTheirOrderAndTheTwinHasBitZeroWhereverItStands() {
        var worlds = load(TWO, "worlds=[{name: x-1, campaigns: [b]}, {name: none}, {name: both_2, campaigns: [b, a]}]")
                .allWorlds();
        assertThat(worlds.named())
                .containsExactly(
                        new World(1, "x-1", Set.of("b")),
                        new World(0, "none", Set.of()),
                        new World(2, "both_2", Set.of("a", "b")));
        assertThat(worlds.with("b")).isEqualTo(new WorldSet(0b110));
    }

    @Test
    void ranksMayComeToDifferentTracksUnlessTheyAreOneRankAtOneStart() {
        var wide = new String[] {"campaigns[0].target={rank: [1, 5]}", "campaigns[1].target={rank: [1, 5]}"};
        assertThat(load(TWO, wide).allWorlds().names()).containsExactly("counterfactual", "factual");
        var one =
                new String[] {"worlds=each", "campaigns[0].target={rank: [5, 5]}", "campaigns[1].target={rank: [5, 5]}"
                };
        assertThat(load(TWO, one).allWorlds().names()).containsExactly("twin", "a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eech|worlds = eech: must be each or a list [ … ]",
                "{name: a}|worlds: must be each or a list [ … ]",
                "''|worlds: has no value: must be each or a list [ … ]",
                "[{name: x, campaigns: [a]}]|worlds: none without campaigns: exactly one must be, the twin",
                "[{name: x}, {name: y}]|worlds: x, y without campaigns: exactly one must be, the twin",
                "[{name: x}, {name: x, campaigns: [a]}]|worlds[1].name = x: is given twice",
                "[{name: ''}]|worlds[0].name = : letters, digits, '-' and '_' are allowed, at most 100",
                "[{name: 'a b'}]|worlds[0].name = a b: letters, digits, '-' and '_' are allowed, at most 100",
                "[{name: x, campaigns: [a, a]}]|worlds[0].campaigns: a is named twice",
                "[{name: x}, {name: y, campaigns: [a, z]}]|worlds[1].campaigns[1] = z: there is no such campaign; known are"
                        + " a, b",
                "[{campaigns: []}]|worlds[0].name: is missing",
                "[{name: x, campaign: [a]}]|worlds[0].campaign: unknown setting; did you mean worlds[0].campaigns?",
            })
    void wrongWorldsAreRefusedInOneLine(String worlds, String message) {
        assertThatThrownBy(() -> load(TWO, "worlds=" + worlds.replace("''", worlds.equals("''") ? "" : "''")))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("--set: " + message);
    }

    @Test
    void aFaultIsFoundInTheLineOfItsWorld() {
        var page = TWO + "worlds:\n  - name: none\n  - name: x\n    campaigns: [a, z]\n";
        assertThatThrownBy(() -> load(page))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith("a.yaml:7: worlds[1].campaigns[1] = z: there is no such campaign");
    }

    @Test
    void campaignsThatMayNotMeetAreRefusedInOneWorld() {
        assertThatThrownBy(() -> load(FOLLOWED, "worlds=[{name: none}, {name: x, campaigns: [a, b]}]"))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("--set: worlds[1].campaigns: b has the members of a, so they may not meet in one world");
        assertThatThrownBy(() -> load(FOLLOWED))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("a.yaml:1: worlds: b has the members of a, so no world can have both: choose each, or name"
                        + " worlds");
    }

    @Test
    void eachRefusesCampaignsThatCannotNameAWorld() {
        for (var name : List.of("twin", "all")) {
            assertThatThrownBy(() -> load(TWO, "worlds=each", "campaigns[1].name=" + name))
                    .isInstanceOf(SettingsFault.class)
                    .hasMessage("--set: campaigns[1].name = " + name
                            + ": with worlds: each it must not be twin or all, which are worlds of their own");
        }
        assertThatThrownBy(() -> load(TWO, "worlds=each", "campaigns[1].name=a b"))
                .isInstanceOf(SettingsFault.class)
                .hasMessage(
                        "--set: campaigns[1].name = a b: with worlds: each it names a world: letters, digits, '-' and"
                                + " '_' are allowed, at most 100");
    }

    @Test
    void moreThanSixteenWorldsAreRefused() {
        var campaigns = "campaigns:\n"
                + IntStream.range(0, 15)
                        .mapToObj(i -> "  - {name: c%d, strategy: Random, budget: 1, start: 1}\n".formatted(i))
                        .collect(Collectors.joining());
        assertThatThrownBy(() -> load(campaigns, "worlds=each"))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("--set: worlds = each: 17 of them; at most 16 are allowed: name those that are needed");
        // without all, as two share a target
        assertThat(load(campaigns, "worlds=each", "campaigns[1].target={new: c0}")
                        .allWorlds()
                        .size())
                .isEqualTo(16);
        var listed = IntStream.range(0, 17).mapToObj(i -> "{name: w" + i + "}").toList();
        assertThatThrownBy(() -> load("", "worlds=" + listed))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("--set: worlds: 17 of them; at most 16 are allowed: name those that are needed");
    }
}
