package chorus.verify.ratings;

import chorus.ratings.Rating;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of a user in one world, as plainly as it can be put. */
final class NaiveUser {
    private final TreeMap<Integer, Double> told = new TreeMap<>();
    private final TreeMap<Integer, Double> uprated = new TreeMap<>();

    void take(Rating rating) {
        switch (rating.kind()) {
            case EXPLORED, CONSUMED -> told.putIfAbsent(rating.item(), rating.value());
            case ALTRUISTIC -> uprated.put(rating.item(), rating.value());
            case WITHDRAWN -> uprated.remove(rating.item());
        }
    }

    /** By item, what the platform reads. */
    SortedMap<Integer, Double> known() {
        var known = new TreeMap<>(told);
        known.putAll(uprated);
        return known;
    }
}
