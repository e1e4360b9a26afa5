package chorus.bundle.tables;

import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.config.Sweep;
import chorus.config.Sweep.Variant;
import chorus.experiment.sweep.Held;
import chorus.experiment.sweep.SweepLine;
import chorus.rows.results.EvaluationRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a campaign came to in a variant, world and recommender, with the settings that it was so under.
 *
 * @param number of the variant, from 1
 */
record Outcome(int number, Variant variant, SweepLine line) {
    /** @param held what each variant came to, in order */
    static List<Outcome> of(Sweep sweep, List<List<Held>> held) {
        var outcomes = new ArrayList<Outcome>();
        for (var i = 0; i < held.size(); i++) {
            var variant = sweep.variants().get(i);
            for (var each : held.get(i)) {
                outcomes.add(new Outcome(i + 1, variant, new SweepLine(sweep.keys(), variant.values(), each)));
            }
        }
        return List.copyOf(outcomes);
    }

    Settings settings() {
        return variant.settings();
    }

    Held held() {
        return line.held();
    }

    EvaluationRow row() {
        return line.held().own();
    }

    Optional<CampaignSettings> campaign() {
        return named(held().campaign());
    }

    private Optional<CampaignSettings> named(String name) {
        return settings().allCampaigns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** By its name in the settings, with its parameter; empty where there is no campaign. */
    String strategy() {
        return campaign().map(campaign -> campaign.strategy().label()).orElse("");
    }

    /**
     * α as planned: as the settings say, or budget ÷ training playlists; undefined where nobody plants of whom these could be
     * counted.
     */
    OptionalDouble plannedAlpha() {
        var training = trainingPlaylists();
        return budget().isPresent() && training.isPresent()
                ? OptionalDouble.of(budget().getAsInt() / training.getAsDouble())
                : sized().map(CampaignSettings::alpha).orElse(OptionalDouble.empty());
    }

    /** How many members it is to have, where the settings say it in so many. */
    OptionalInt budget() {
        return sized().map(CampaignSettings::budget).orElse(OptionalInt.empty());
    }

    /** Who says how large the collective is: the campaign, or the one whose members it has. */
    private Optional<CampaignSettings> sized() {
        return campaign().flatMap(each -> each.isSized() ? Optional.of(each) : named(each.drawnFor()));
    }

    /** Playlists that the models were trained on, as members ÷ α has them. */
    OptionalDouble trainingPlaylists() {
        var effect = row().effect();
        return effect.alpha() > 0
                ? OptionalDouble.of(Math.rint(effect.members() / effect.alpha()))
                : OptionalDouble.empty();
    }
}
