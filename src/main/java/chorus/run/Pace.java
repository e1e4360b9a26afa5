package chorus.run;

/**
 * How fast writers write, edits a second; 0 for full speed.
 *
 * @param fill while playlists are filled
 * @param after in the epochs after that
 */
public record Pace(double fill, double after) {
    public static final Pace FULL_SPEED = new Pace(0, 0);
}
