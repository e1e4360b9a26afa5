package chorus.topology;

/** Whoever looks on while an instance of the topology starts, takes over partitions and restores. Called from its threads. */
public interface Onlooker {
    Onlooker NOBODY = new Onlooker() {
        @Override
        public void restored(long changes, long of) {}

        @Override
        public void becomes(String state) {}
    };

    /** How far stores are restored from their changelogs: changes read, of all that were known to be there at the start. */
    void restored(long changes, long of);

    /** The instance is now CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN, …. */
    void becomes(String state);
}
