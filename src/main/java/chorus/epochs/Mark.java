package chorus.epochs;

/** The mark that ends an epoch, written by each writer into every partition. */
public interface Mark {
    long epoch();

    /** 0-based number of the writer. */
    int writer();

    /** How many writers there are, fixed for the run. */
    int writers();

    /** Refuses a mark of which there can be none. */
    static void check(int writer, int writers) {
        if (writers < 1 || writer < 0 || writer >= writers) {
            throw new IllegalArgumentException(
                    "writer " + writer + " of " + writers + ": must be one of 0…" + (writers - 1));
        }
    }
}
