package chorus.fatal;

import org.jspecify.annotations.Nullable;

/**
 * An Error: whatever thread it comes up on, the process must not go on without what died there. Executors and libraries keep what
 * their tasks throw to themselves, so it is handed on where it is seen.
 */
public final class Fatal {
    private Fatal() {}

    /** The Error in a fault: itself, or what caused it; null where there is none. */
    public static @Nullable Error in(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                return error;
            }
        }
        return null;
    }

    /**
     * Hands an Error to the handler of last resort, which ends the process; returns where the fault is none, or where nobody has
     * set such a handler.
     */
    public static void end(Throwable fault) {
        var last = Thread.getDefaultUncaughtExceptionHandler();
        if (last != null && in(fault) != null) {
            last.uncaughtException(Thread.currentThread(), fault);
        }
    }

    /** A task for an executor, whose Errors end the process. */
    public static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Error fatal) {
                end(fatal);
                throw fatal;
            }
        };
    }
}
