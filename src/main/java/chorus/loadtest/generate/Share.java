package chorus.loadtest.generate;

/** Which of how many generators this is: it owns every playlist whose id leaves its number when divided by theirs. */
public record Share(int generator, int generators) {
    public static final Share ALL = new Share(0, 1);

    public Share {
        if (generators < 1 || generator < 0 || generator >= generators) {
            throw new IllegalArgumentException(
                    "generator " + generator + " of " + generators + ": must be one of 0…" + (generators - 1));
        }
    }

    /** How many of {@code count} playlists are this generator's. */
    public int of(int count) {
        return (count - generator + generators - 1) / generators;
    }

    /** The id of this generator's {@code i}-th playlist. */
    public long id(int i) {
        return (long) i * generators + generator;
    }

    /** Whether this is the generator that keeps the epochs and, unless told otherwise, topology and trainer. */
    public boolean first() {
        return generator == 0;
    }
}
