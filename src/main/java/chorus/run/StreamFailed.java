package chorus.run;

/** The topology ended by a fault; the message is one line, the cause the whole of it. */
public final class StreamFailed extends RuntimeException {
    public StreamFailed(Throwable fault) {
        super("the topology failed: " + root(fault), fault);
    }

    private static String root(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
