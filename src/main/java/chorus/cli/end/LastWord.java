package chorus.cli.end;

import chorus.fatal.Fatal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/**
 * Ends the process at once where an Error comes up on any thread: one line, exit code 1. Nothing is closed in order, which may hang
 * then; what is written survives that as it survives SIGKILL.
 */
public final class LastWord implements Thread.UncaughtExceptionHandler {
    private static final int FAILED = 1;
    /** Made beforehand: there may be no memory for another. */
    private static final byte[] NO_MEMORY_FOR_WORDS =
            "chorus: the heap is too small: give it more, e.g. CHORUS_JAVA_OPTS=-Xmx1g\n"
                    .getBytes(StandardCharsets.UTF_8);

    /** Not the terminal's stream, whose lock somebody may hold. */
    private static final FileOutputStream ERR = new FileOutputStream(FileDescriptor.err);

    private LastWord() {}

    /** Lets Errors on all threads end the process from now on. */
    public static void onErrors() {
        var last = new LastWord();
        // loads what the last word needs while there are memory and files for it
        var _ = last.line(Thread.currentThread(), new IllegalStateException());
        var _ = Fatal.in(new IllegalStateException());
        Thread.setDefaultUncaughtExceptionHandler(last);
    }

    /** An exception that ends a thread is told; an Error ends the process. */
    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (Fatal.in(fault) == null) {
            LoggerFactory.getLogger(LastWord.class).error("thread {} has ended", thread.getName(), fault);
            say(line(thread, fault).getBytes(StandardCharsets.UTF_8));
        } else {
            end(thread, fault);
        }
    }

    /** The first one speaks; nobody comes behind it. */
    private synchronized void end(Thread thread, Throwable fault) {
        try {
            say(line(thread, fault).getBytes(StandardCharsets.UTF_8));
            if (!(Fatal.in(fault) instanceof OutOfMemoryError)) {
                LoggerFactory.getLogger(LastWord.class)
                        .error("thread {} has ended the process", thread.getName(), fault);
            }
        } catch (Throwable wordless) {
            say(NO_MEMORY_FOR_WORDS);
        } finally {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private String line(Thread thread, Throwable fault) {
        return "chorus: " + Shortage.behindOrNow(fault).orElseGet(() -> unforeseen(thread, fault)) + "\n";
    }

    private static String unforeseen(Thread thread, Throwable fault) {
        return "unforeseen on thread " + thread.getName() + ": "
                + fault.toString().lines().findFirst().orElse("");
    }

    private static void say(byte[] line) {
        try {
            ERR.write(line);
        } catch (IOException nobodyListens) {
            // what is left to do is the exit code
            return;
        }
    }
}
