package chorus.altruism.truth;

import chorus.config.AltruismSettings;

/**
 * A truth in two blocks with tastes of their own: r* = q_i·(.2 + .8⟨x_u, y_i⟩) within a block and 0 between them. A user's weights
 * x over the block's tastes sum to 1 and lie mostly on one; an item has one taste in full and others in part; q is its quality.
 */
public final class Blocks {
    private static final int MAJORITY_TASTES = 6;
    private static final int MINORITY_TASTES = 2;

    private final Chance chance;
    private final double[][] values;

    private Blocks(Chance chance, int users, int items) {
        this.chance = chance;
        this.values = new double[users][items];
    }

    public static Truth draw(AltruismSettings settings, Chance chance) {
        var blocks = new Blocks(chance, settings.users(), settings.items());
        var majorityUsers = settings.users() - settings.minorityUsers();
        var majorityItems = settings.items() - settings.minorityItems();
        blocks.fill(0, majorityUsers, 0, majorityItems, MAJORITY_TASTES);
        blocks.fill(majorityUsers, settings.users(), majorityItems, settings.items(), MINORITY_TASTES);
        return new Truth(blocks.values, majorityUsers, majorityItems);
    }

    private void fill(int fromUser, int toUser, int fromItem, int toItem, int tastes) {
        var traits = new double[toItem - fromItem][];
        for (var item = fromItem; item < toItem; item++) {
            traits[item - fromItem] = traits(item, tastes);
        }
        for (var user = fromUser; user < toUser; user++) {
            var weights = weights(user, tastes);
            for (var item = fromItem; item < toItem; item++) {
                values[user][item] = quality(item) * (0.2 + 0.8 * dot(weights, traits[item - fromItem]));
            }
        }
    }

    private double[] weights(int user, int tastes) {
        var own = (int) (tastes * chance.uniform(1, user));
        var weights = new double[tastes];
        var sum = 0.0;
        for (var taste = 0; taste < tastes; taste++) {
            weights[taste] = chance.uniform(3, user, taste) + (taste == own ? 3 : 0);
            sum += weights[taste];
        }
        for (var taste = 0; taste < tastes; taste++) {
            weights[taste] /= sum;
        }
        return weights;
    }

    private double[] traits(int item, int tastes) {
        var own = (int) (tastes * chance.uniform(2, item));
        var traits = new double[tastes];
        for (var taste = 0; taste < tastes; taste++) {
            traits[taste] = taste == own ? 1 : 0.25 * chance.uniform(4, item, taste);
        }
        return traits;
    }

    private double quality(int item) {
        var drawn = chance.uniform(5, item);
        return 0.4 + 0.6 * drawn * drawn;
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
