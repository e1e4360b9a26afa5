package chorus.altruism.truth;

import java.util.Arrays;

/**
 * The utility that each user would have of each item, R* (Fedorova, Kitch and Podimata 2025). The minority are the last users, its
 * items the last items.
 */
public final class Truth {
    private final int users;
    private final int items;
    private final int majorityUsers;
    private final int majorityItems;
    private final double[][] values;
    private final int[] best;

    /**
     * @param values a row a user; not copied
     * @param majorityUsers the others are the minority
     * @param majorityItems the others are the minority's
     */
    public Truth(double[][] values, int majorityUsers, int majorityItems) {
        this.users = values.length;
        this.items = values[0].length;
        this.majorityUsers = majorityUsers;
        this.majorityItems = majorityItems;
        this.values = values;
        this.best = Arrays.stream(values).parallel().mapToInt(Truth::best).toArray();
    }

    public int users() {
        return users;
    }

    public int items() {
        return items;
    }

    public int majorityUsers() {
        return majorityUsers;
    }

    public int majorityItems() {
        return majorityItems;
    }

    public boolean isMajority(int user) {
        return user < majorityUsers;
    }

    public boolean isMajorityItem(int item) {
        return item < majorityItems;
    }

    public double utility(int user, int item) {
        return values[user][item];
    }

    /** The user's best item; of equals the lowest id. */
    public int best(int user) {
        return best[user];
    }

    private static int best(double[] row) {
        var best = 0;
        for (var item = 1; item < row.length; item++) {
            best = row[item] > row[best] ? item : best;
        }
        return best;
    }

    /**
     * What the minority has of its picks together.
     *
     * @param picks an item a user
     */
    public double minority(int[] picks) {
        var sum = 0.0;
        for (var user = majorityUsers; user < users; user++) {
            sum += utility(user, picks[user]);
        }
        return sum;
    }

    /** The most that the users of a range can have together. */
    public double ideal(int from, int to) {
        var sum = 0.0;
        for (var user = from; user < to; user++) {
            sum += utility(user, best(user));
        }
        return sum;
    }
}
