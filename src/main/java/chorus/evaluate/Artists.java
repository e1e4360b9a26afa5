package chorus.evaluate;

/**
 * Who plays which track.
 *
 * @param artistOf by track id, −1 where unknown; tracks beyond its end are of unknown artist
 */
public record Artists(int[] artistOf) {
    public int of(int track) {
        return track < artistOf.length ? artistOf[track] : -1;
    }
}
