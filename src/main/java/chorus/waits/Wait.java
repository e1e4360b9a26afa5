package chorus.waits;

/** Something that a part of a run waits for, from when it began to wait until it is closed. Thread-safe. */
public interface Wait extends AutoCloseable {
    /** Nobody looks on. */
    Wait UNWATCHED = new Wait() {
        @Override
        public void moved() {}

        @Override
        public void close() {}
    };

    /** What is waited for has come nearer. */
    void moved();

    @Override
    void close();
}
