package chorus.altruism.game;

import chorus.altruism.platform.ItemWeights;
import chorus.altruism.platform.Truncation;
import chorus.altruism.truth.Blocks;
import chorus.altruism.truth.Chance;
import chorus.altruism.truth.Truth;
import chorus.altruism.truth.TruthFile;
import chorus.config.AltruismSettings;
import chorus.config.AltruismSettings.PlatformKind;
import chorus.config.AltruismSettings.Tolerance;
import chorus.config.AltruismSettings.TruthKind;
import java.nio.file.Path;

/** What all worlds of a run have in common: the truth, the chance, and what is shown to whom for exploration. */
public record Ground(AltruismSettings settings, Chance chance, Truth truth, Exploration exploration) {
    private static final int NOISE = 8;

    public static Ground of(AltruismSettings settings, long seed) {
        var chance = new Chance(seed);
        return of(
                settings,
                chance,
                switch (settings.truth()) {
                    case TruthKind.Drawn() -> Blocks.draw(settings, chance);
                    case TruthKind.File(var file) -> TruthFile.read(Path.of(file), settings);
                });
    }

    static Ground of(AltruismSettings settings, Chance chance, Truth truth) {
        return new Ground(settings, chance, truth, Exploration.of(settings, chance, truth));
    }

    /** What a user says of an item that she has met: its worth to her, but for an error that is hers and the item's. */
    double report(int user, int item) {
        return truth.utility(user, item) + settings.error() * chance.noise(NOISE, user, item);
    }

    /** Σσ of all ratings as they truly are. */
    double strength() {
        var ratings = Band.ratings(truth, new int[0], new int[0], 0);
        var sum = 0.0;
        for (var singular : new Truncation(new Tolerance.Absolute(0), ItemWeights.NONE)
                .of(ratings)
                .singular()) {
            sum += singular;
        }
        return sum;
    }

    /** Whether what is consumed tells the platform something. */
    public boolean consumptionIsTold() {
        return !everythingIsObserved();
    }

    /** How many numbers the platform goes on from in the next round. */
    public int memory() {
        return everythingIsObserved() ? 0 : Math.multiplyExact(truth.items(), settings.rank());
    }

    boolean everythingIsObserved() {
        return settings.platform() instanceof PlatformKind.Svd;
    }
}
