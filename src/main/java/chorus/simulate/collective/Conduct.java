package chorus.simulate.collective;

import chorus.config.collective.Noise;
import chorus.hash.Hash64;
import chorus.playlist.PlaylistId;

/**
 * How a member keeps to what was agreed on. Each part is drawn from seed and playlist, so that whoever fails at a small share fails
 * at a larger one too, in every campaign.
 *
 * @param misplaces whether the plant goes to a random place
 * @param forgets whether nothing is ever planted
 * @param late by how many epochs the plant comes late
 * @param leaves how many epochs after the campaign's first the member leaves for good
 */
public record Conduct(boolean misplaces, boolean forgets, int late, long leaves) {
    /** Of one who does all that was agreed on. */
    static final Conduct FAITHFUL = new Conduct(false, false, 0, Long.MAX_VALUE);

    private static final long MISPLACE = 0xC011_0005L;
    private static final long FORGET = 0xC011_0006L;
    private static final long LATE = 0xC011_0007L;
    private static final long LATE_BY = 0xC011_0008L;
    private static final long DROP_OUT = 0xC011_0009L;

    static Conduct of(Noise noise, long randomSeed, PlaylistId playlist) {
        return new Conduct(
                unit(randomSeed, MISPLACE, playlist) < noise.misplace(),
                unit(randomSeed, FORGET, playlist) < noise.forget(),
                unit(randomSeed, LATE, playlist) < noise.late()
                        ? 1 + (int) (unit(randomSeed, LATE_BY, playlist) * noise.lateBy())
                        : 0,
                leaves(noise.dropOut(), unit(randomSeed, DROP_OUT, playlist)));
    }

    /** Geometric: of one draw, so that a larger share makes nobody leave later. */
    private static long leaves(double share, double chance) {
        return share == 0
                ? Long.MAX_VALUE
                : 1 + (long) StrictMath.floor(StrictMath.log(1 - chance) / StrictMath.log(1 - share));
    }

    private static double unit(long randomSeed, long what, PlaylistId playlist) {
        return Hash64.unit(Hash64.of(randomSeed, what, playlist.value()));
    }
}
