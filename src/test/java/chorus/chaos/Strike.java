package chorus.chaos;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A kill that is planned.
 *
 * @param after how long after the last start a kill at any moment comes, milliseconds; others come with their moment
 * @param down how long nobody starts the victim again, milliseconds
 * @param asks when the doctor is asked
 * @param pick in 0…1, which of several alike is the victim
 */
record Strike(Victim victim, Moment moment, long after, long down, Asks asks, double pick) {
    private static final long SHORTEST_PAUSE = 1_000;
    private static final long LONGEST_PAUSE = 14_000;
    private static final long LONGEST_DOWN = 8_000;

    /** When the doctor is asked. */
    enum Asks {
        NOT,
        WHILE_DOWN,
        ONCE_UP
    }

    /** Everything about each is drawn at once, so that what happens meanwhile does not change what is drawn later. */
    static List<Strike> draw(SplittableRandom chance, Mode mode, int count) {
        return Stream.generate(() -> one(chance, mode)).limit(count).toList();
    }

    private static Strike one(SplittableRandom chance, Mode mode) {
        return new Strike(
                pick(mode.victims(), chance),
                pick(List.of(Moment.values()), chance),
                chance.nextLong(SHORTEST_PAUSE, LONGEST_PAUSE),
                chance.nextBoolean() ? 0 : chance.nextLong(LONGEST_DOWN),
                pick(List.of(Asks.values()), chance),
                chance.nextDouble());
    }

    private static <T> T pick(List<T> many, SplittableRandom chance) {
        return many.get(chance.nextInt(many.size()));
    }
}
