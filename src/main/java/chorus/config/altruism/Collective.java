package chorus.config.altruism;

import chorus.config.kinds.Range;
import java.util.OptionalInt;

/**
 * The altruists.
 *
 * @param share of the majority that are willing
 * @param willing which of them
 * @param targets items that are promoted
 * @param actions ratings that a member gives in all
 * @param pace ratings that a member gives in a round
 * @param begin the first round in which they act
 * @param end the first round in which they do so no more and take their ratings back
 * @param cost who is willing takes part while altruism · belief is at least this
 * @param belief at first, that it helps
 * @param memory weight of the belief so far, beside what was seen in the last round
 * @param patience who has less than (1 − patience) of the best she had leaves for good
 */
public record Collective(
        double share,
        Willing willing,
        Eta eta,
        int targets,
        Choose choose,
        int actions,
        int pace,
        Begin begin,
        OptionalInt end,
        double cost,
        double belief,
        double memory,
        double patience) {
    public static final int MOST_ROUNDS = 10_000;

    public static final int MOST_ITEMS = 100_000;

    public static final Collective NOBODY = new Collective(
            0,
            Willing.first,
            new Eta.Value(0),
            1,
            new Choose.Top(),
            0,
            1,
            new Begin.Round(0),
            OptionalInt.empty(),
            0,
            0,
            0,
            1);

    public Collective {
        Range.share("share", share);
        Range.within("targets", targets, 1, MOST_ITEMS);
        Range.within("actions", actions, 0, MOST_ITEMS);
        Range.within("pace", pace, 1, MOST_ITEMS);
        begin.first().ifPresent(round -> Range.within("begin", round, 0, MOST_ROUNDS));
        end.ifPresent(round -> Range.within("end", round, 0, MOST_ROUNDS));
        Range.within("cost", cost, 0, 1000);
        Range.within("belief", belief, 0, 1000);
        Range.share("memory", memory);
        Range.share("patience", patience);
    }

    /** @throws IllegalArgumentException where they cannot be among so many items; the message begins with {@code prefix} */
    public void within(String prefix, int minorityItems) {
        Range.within(prefix + "targets", targets, 1, minorityItems);
        var least = begin.first().orElse(0);
        end.ifPresent(round -> Range.within(prefix + "end", round, least, MOST_ROUNDS));
    }

    /** The same, who take their ratings back in a round. */
    Collective ending(int round) {
        return new Collective(
                share,
                willing,
                eta,
                targets,
                choose,
                actions,
                pace,
                begin,
                OptionalInt.of(round),
                cost,
                belief,
                memory,
                patience);
    }

    /** Whether they act from some round on that is no later than this one. */
    public boolean hasBegun(int round) {
        return begin.first().isPresent() && begin.first().getAsInt() <= round;
    }

    /** Whether they act in a round. */
    public boolean actsIn(int round) {
        return hasBegun(round) && (end.isEmpty() || round < end.getAsInt());
    }
}
