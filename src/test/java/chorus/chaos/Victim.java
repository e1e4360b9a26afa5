package chorus.chaos;

/** Whom a kill strikes. */
enum Victim {
    /** The virtual machine of a whole run, with the broker in it. */
    RUN,
    /** One of the processes that write edits. */
    WRITER,
    /** One of the topology's instances. */
    STREAM,
    /** The trainer, with the broker in it where that is embedded. */
    TRAINER,
    /** The schema registry's server. */
    REGISTRY,
    /** One of three brokers. */
    BROKER,
    /** All processes at once. */
    EVERYTHING
}
