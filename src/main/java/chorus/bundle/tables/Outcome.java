package chorus.bundle.tables;

import chorus.config.CampaignSettings;
import chorus.config.Settings;
import chorus.config.Sweep;
import chorus.config.Sweep.Variant;
import chorus.experiment.sweep.Findings;
import chorus.experiment.sweep.Held;
import chorus.experiment.sweep.SweepLine;
import chorus.rows.results.EvaluationRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a campaign came to in a variant, world and recommender, with the settings that it was so under.
 *
 * @param number of the variant, from 1
 */
record Outcome(int number, Variant variant, SweepLine line) {
    /** What is varied in a course, beside the sweep's keys. */
    static final String GENERATION = "generation";

    /** @param findings what each variant came to, in order */
    static List<Outcome> of(Sweep sweep, List<Findings> findings) {
        return of(sweep, findings, Findings::held, sweep.keys(), (values, _) -> values);
    }

    /** At every generation, as far as that was asked for: the generation is one more varied key, the last. */
    static List<Outcome> course(Sweep sweep, List<Findings> findings) {
        return of(sweep, findings, Findings::course, courseKeys(sweep), (values, held) -> {
            var more = new ArrayList<>(values);
            more.add(Long.toString(held.own().generation()));
            return more;
        });
    }

    static List<String> courseKeys(Sweep sweep) {
        var keys = new ArrayList<>(sweep.keys());
        keys.add(GENERATION);
        return keys;
    }

    private static List<Outcome> of(
            Sweep sweep,
            List<Findings> findings,
            Function<Findings, List<Held>> part,
            List<String> keys,
            BiFunction<List<String>, Held, List<String>> values) {
        var outcomes = new ArrayList<Outcome>();
        for (var i = 0; i < findings.size(); i++) {
            var variant = sweep.variants().get(i);
            for (var held : part.apply(findings.get(i))) {
                var own = values.apply(variant.values(), held);
                outcomes.add(new Outcome(i + 1, new Variant(own, variant.settings()), new SweepLine(keys, own, held)));
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
