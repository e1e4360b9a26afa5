package chorus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.CampaignSettings.Strategy;
import chorus.config.CampaignSettings.Support;
import chorus.config.collective.Target;
import chorus.config.tree.SettingsFault;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How campaigns are written: target, strategy, members, and how many there may be. */
class CampaignSettingsTest {
    private static final String CAMPAIGN = """
            campaigns:
              - name: lift
                strategy: DirLoF
                alpha: 0.01
                start: 2
            """;

    @Test
    void aTargetIsWrittenInOneOfThreeWaysAndElseNamedAsTheCampaign() {
        assertThat(load(CAMPAIGN).campaigns().getFirst().promoted()).isEqualTo(new Target.New("lift"));
        assertThat(target("{new: song}")).isEqualTo(new Target.New("song"));
        assertThat(target("{uri: 'spotify:track:1'}")).isEqualTo(new Target.Uri("spotify:track:1"));
        assertThat(target("{rank: [3, 10]}")).isEqualTo(new Target.Rank(3, 10));
        assertThat(load(CAMPAIGN + "    target: {new: song}\n")
                        .campaigns()
                        .getFirst()
                        .promoted())
                .isEqualTo(new Target.New("song"));
        assertThat(load(CAMPAIGN + "    target: {new: song}\n", "campaigns[0].target.rank=[1, 1]")
                        .campaigns()
                        .getFirst()
                        .promoted())
                .isEqualTo(new Target.Rank(1, 1));
        var inline = load("", "campaigns=[{name: a, strategy: Random, budget: 1, start: 1, target: {new: song}}]");
        assertThat(inline.campaigns().getFirst().promoted()).isEqualTo(new Target.New("song"));
    }

    private static Target target(String text) {
        return load(CAMPAIGN, "campaigns[0].target=" + text)
                .campaigns()
                .getFirst()
                .promoted();
    }

    @Test
    void aStrategyWithItsParameterMayBeWrittenInOneValue() {
        assertThat(strategy("{InsertAt: 3}")).isEqualTo(new Strategy.InsertAt(3));
        assertThat(strategy("{insertat: 3}")).isEqualTo(new Strategy.InsertAt(3));
        assertThat(strategy("{RandomLast: 10}")).isEqualTo(new Strategy.RandomLast(10));
        assertThat(strategy("{Hybrid: 5}")).isEqualTo(new Strategy.Hybrid(new Support.Playlists(5)));
        assertThat(strategy("{Hybrid: {share: 0.1}}")).isEqualTo(new Strategy.Hybrid(new Support.Share(0.1)));
    }

    @Test
    void theLabelOfAStrategyIsItsNameWithItsParameter() {
        assertThat(Stream.of(
                                "DirLoF",
                                "InClustGreedy",
                                "{InsertAt: 0}",
                                "{Hybrid: 5}",
                                "{Hybrid: {share: 0.01}}",
                                "{RandomFirst: 10}")
                        .map(text -> strategy(text).label()))
                .containsExactly(
                        "DirLoF",
                        "InClustGreedy",
                        "InsertAt(0)",
                        "Hybrid(5)",
                        "Hybrid(0.01 of members)",
                        "RandomFirst(10)");
    }

    private static Strategy strategy(String text) {
        return load(CAMPAIGN, "campaigns[0].strategy=" + text)
                .campaigns()
                .getFirst()
                .strategy();
    }

    @Test
    void membersOfAnotherCampaignMayBeAsManyAsABudgetSays() {
        var second = "campaigns[1]={name: b, strategy: Random, members: lift, start: 2}";
        var campaign = load(CAMPAIGN, second, "worlds=each").campaigns().get(1);
        assertThat(campaign.members()).hasValue("lift");
        assertThat(campaign.isSized()).isFalse();
        var sized = load(CAMPAIGN, second, "worlds=each", "campaigns[1].budget=3")
                .campaigns()
                .get(1);
        assertThat(sized.members()).hasValue("lift");
        assertThat(sized.budget()).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "campaigns[1].members=c|campaigns[1].members = c: there is no such campaign; known are lift, b",
                "campaigns[1].members=b|campaigns[1].members = b: must be another campaign",
                "campaigns[1].start=1|campaigns[1].start = 1: must be 2 or more, the start of lift, whose members it has",
                "'campaigns[2]={name: c, strategy: Random, members: b, start: 2}'|campaigns[2].members = b: has the members"
                        + " of lift itself: name that one",
            })
    void membersThatCannotBeHadAreRefused(String wrong, String message) {
        var second = "campaigns[1]={name: b, strategy: Random, members: lift, start: 2}";
        assertThatThrownBy(() -> load(CAMPAIGN, second, "worlds=each", wrong))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("--set: " + message);
    }

    @Test
    void moreCampaignsOrNewTargetsThanHaveNumbersAreRefused() {
        assertThatThrownBy(() -> load("campaigns:\n" + campaigns(65, "")))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith("demo.yaml:1: campaigns: 65 new targets; at most 64 are allowed");
        assertThatThrownBy(() -> load("campaigns:\n" + campaigns(256, ", target: {uri: x}")))
                .isInstanceOf(SettingsFault.class)
                .hasMessage("demo.yaml:1: campaigns: 256 of them; at most 255 are allowed");
        assertThat(load("worlds: [{name: none}]\ncampaigns:\n" + campaigns(255, ", target: {new: song}"))
                        .campaigns())
                .hasSize(255);
    }

    private static String campaigns(int number, String more) {
        return IntStream.range(0, number)
                .mapToObj(i -> "  - {name: c%d, strategy: Random, budget: 1, start: 1%s}\n".formatted(i, more))
                .collect(Collectors.joining());
    }

    private static Settings load(String text, String... overrides) {
        return SettingsLoader.load("demo.yaml", text, List.of(overrides));
    }
}
