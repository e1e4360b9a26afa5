package chorus.altruism.platform;

import chorus.altruism.truth.Chance;
import chorus.config.AltruismSettings;
import chorus.config.AltruismSettings.PlatformKind;

/** How a platform comes to ratings for all pairs from those that it was told. It may remember what it came to before. */
public sealed interface Platform permits Observing, Factoring {
    Completion complete(Rated rated);

    /** A user whose best completed rating is below it gets the most popular item. */
    double floor();

    /** What it came to before, for another life of the same platform: a row an item; of no length where that is nothing. */
    double[] memory();

    /** Goes on from what another life remembers. */
    void remember(double[] memory);

    static Platform of(AltruismSettings settings, Chance chance) {
        var truncation = new Truncation(settings.tolerance(), new ItemWeights(settings.itemWeight()));
        return switch (settings.platform()) {
            case PlatformKind.Als() -> new Factoring(settings, chance, truncation);
            case PlatformKind.Svd() -> new Observing(truncation);
        };
    }
}
