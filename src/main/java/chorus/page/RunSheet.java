package chorus.page;

import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.evaluate.Measures;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The run as the page must know it before its generations.
 *
 * @param live whether it goes on in the process that serves it; else it is shown from its files
 * @param campaigns of the settings, in their order
 * @param figures all that a generation may tell, with their definitions
 */
public record RunSheet(
        String name,
        String version,
        long randomSeed,
        boolean live,
        List<OfWorld> worlds,
        List<OfCampaign> campaigns,
        List<String> recommenders,
        List<Figure> figures) {
    /** @param campaigns ascending by name; none in the twin */
    public record OfWorld(String name, Set<String> campaigns) {}

    /**
     * The phases of a campaign, in epochs; they are those of the generations too unless the clock ends the epochs.
     *
     * @param join how many epochs it takes until all have joined
     */
    public record OfCampaign(String name, String strategy, int start, int join, int hold, int leave) {
        static OfCampaign of(CampaignSettings campaign) {
            return new OfCampaign(
                    campaign.name(),
                    campaign.strategy().label(),
                    campaign.start(),
                    campaign.join().size(),
                    campaign.hold(),
                    campaign.leave().size());
        }
    }

    /** @param better more, less or neither */
    public record Figure(String name, String unit, String better, String formula, String source) {
        static Figure of(Measure measure) {
            return new Figure(
                    measure.name(),
                    measure.unit(),
                    measure.better().name().toLowerCase(Locale.ROOT),
                    measure.formula(),
                    measure.source());
        }
    }

    /** @param version of Chorus */
    public static RunSheet of(Settings settings, String version, boolean live) {
        return new RunSheet(
                settings.name(),
                version,
                settings.randomSeed(),
                live,
                settings.allWorlds().named().stream()
                        .map(world -> new OfWorld(world.name(), new TreeSet<>(world.campaigns())))
                        .toList(),
                settings.allCampaigns().stream().map(OfCampaign::of).toList(),
                settings.recommenders(),
                Stream.concat(Measures.ALL.stream(), Measures.DISTRIBUTIONS.stream())
                        .map(Figure::of)
                        .toList());
    }

    public String json() {
        return Json.of(this);
    }
}
