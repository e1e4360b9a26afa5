package chorus.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Ends the processes of this virtual machine with it, however it ends: a shell that is told their ids waits for the end of a
 * pipe that only this process holds open. One that has ended is taken off its list, as its id may be somebody else's by then;
 * the shell ends with the last of them.
 */
public final class NoOrphans {
    private static final String KEEPER = """
        trap '' INT HUP TERM
        all=' '
        while read -r what pid; do
          case $what in
            started) all="$all$pid " ;;
            ended) all="${all%% $pid *} ${all#* $pid }" ;;
          esac
        done
        for pid in $all; do kill -9 "$pid"; done
        """;

    private static final Object LOCK = new Object();
    private static @Nullable OutputStream keeper;
    private static int watched;

    private NoOrphans() {}

    /** Returns the process, which from now on does not outlive this one. */
    public static Process watch(Process process) {
        synchronized (LOCK) {
            tell("started", process.pid());
            watched++;
        }
        var _ = process.onExit().thenAccept(NoOrphans::forget);
        return process;
    }

    private static void forget(Process ended) {
        synchronized (LOCK) {
            var pipe = tell("ended", ended.pid());
            if (--watched == 0) {
                keeper = null;
                close(pipe);
            }
        }
    }

    private static OutputStream tell(String what, long pid) {
        try {
            var pipe = keeper == null ? start() : keeper;
            keeper = pipe;
            pipe.write((what + " " + pid + "\n").getBytes(UTF_8));
            pipe.flush();
            return pipe;
        } catch (IOException gone) {
            throw new UncheckedIOException("the shell that ends what is left over is gone", gone);
        }
    }

    private static OutputStream start() throws IOException {
        return new ProcessBuilder("/bin/sh", "-c", KEEPER)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getOutputStream();
    }

    private static void close(OutputStream pipe) {
        try {
            pipe.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
