package chorus.config.collective;

import chorus.config.kinds.Range;

/**
 * How members fall short of what was agreed on, each drawn for itself.
 *
 * @param misplace share of members whose plant goes after a track drawn at random
 * @param forget share of members who never plant
 * @param late share of members who plant 1…{@code lateBy} epochs late
 * @param dropOut share of members who leave for good, in each epoch after the first of those who are left
 */
public record Noise(double misplace, double forget, double late, int lateBy, double dropOut) {
    public Noise {
        Range.share("misplace", misplace);
        Range.share("forget", forget);
        Range.share("late", late);
        Range.within("lateBy", lateBy, 1, 100_000);
        Range.share("dropOut", dropOut);
    }
}
