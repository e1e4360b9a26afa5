package chorus.waits;

/** Something that a part of a run waits for, from when it began to wait until it is closed. Thread-safe. */
public interface Wait extends AutoCloseable {
    /** Nobody looks on. */
    Wait UNWATCHED = new Wait() {
        @Override
        public void moved() {}

        @Override
        public void giveUp() {}

        @Override
        public void close() {}
    };

    /** What is waited for has come nearer. */
    void moved();

    /** Ends it, though nothing has come; where it was told as standing still, nobody says that it goes on. */
    void giveUp();

    @Override
    void close();
}
