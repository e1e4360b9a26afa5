package chorus.ratings.results;

/**
 * A round in a world.
 *
 * @param ideal the most that the minority could have
 * @param twin what the twin's users have in the same round
 */
public record RoundRow(
        int round,
        String world,
        PlatformView platform,
        Campaign campaign,
        Welfare welfare,
        double ideal,
        Welfare twin,
        AgainstTwin against) {
    /** The same of a world of another name. */
    public RoundRow named(String name) {
        return new RoundRow(round, name, platform, campaign, welfare, ideal, twin, against);
    }

    /** The minority's welfare as a share of the most that it could have. */
    public double minorityShare() {
        return ideal > 0 ? welfare.minority() / ideal : 0;
    }
}
