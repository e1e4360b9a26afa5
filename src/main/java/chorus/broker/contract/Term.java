package chorus.broker.contract;

import java.util.function.BiPredicate;
import java.util.function.IntFunction;

/**
 * One setting of a topic: what it is created with, and what it may be where it is there already.
 *
 * @param key as Kafka names it
 * @param value at creation, and in the command that mends, by the number of replicas
 * @param allows whether a topic that is there may have this value
 * @param otherwise what happens where it may not, in words
 * @param grave whether the topic is refused then; else it is merely unwise
 */
record Term(String key, IntFunction<String> value, BiPredicate<String, Found> allows, String otherwise, boolean grave) {
    /** Refused where it is anything else. */
    static Term exactly(String key, String value, String otherwise) {
        return new Term(key, _ -> value, (there, _) -> there.equals(value), otherwise, true);
    }

    /** Refused where it is less. */
    static Term atLeast(String key, long value, String otherwise) {
        return new Term(key, _ -> Long.toString(value), (there, _) -> number(there) >= value, otherwise, true);
    }

    static long number(String value) {
        return Long.parseLong(value);
    }

    /** The same, but a topic that breaks it is used. */
    Term unwise() {
        return new Term(key, value, allows, otherwise, false);
    }
}
