package chorus.altruism.platform;

import chorus.altruism.truth.Chance;
import chorus.config.AltruismSettings;
import chorus.config.AltruismSettings.PlatformKind;

/** How a platform comes to ratings for all pairs from those that it was told. It may remember what it came to before. */
public sealed interface Platform permits Observing, Factoring {
    Completion complete(Rated rated);

    /** A user whose best completed rating is below it gets the most popular item. */
    double floor();

    static Platform of(AltruismSettings settings, Chance chance) {
        var truncation = new Truncation(settings.tolerance(), new ItemWeights(settings.itemWeight()));
        return switch (settings.platform()) {
            case PlatformKind.Als() -> new Factoring(settings, chance, truncation);
            case PlatformKind.Svd() -> new Observing(truncation);
        };
    }
}
