package chorus.serve;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Sends a {@link Feed} to whoever asks for {@code /events}, on the thread of the request: it ends with the reader, so that nothing is
 * written to one that is gone.
 */
record EventSender(Feed feed) {
    /** Shorter than the server waits for a connection to be used. */
    private static final long QUIET_MS = 10_000;

    private static final String FULL = "as many readers as there may be, or the process ends";

    void send(Context http) throws InterruptedException {
        var after = Objects.requireNonNullElse(http.header("Last-Event-ID"), "");
        var reader = feed.read(after);
        if (reader.isEmpty()) {
            http.status(503).result(FULL);
            return;
        }
        try {
            send(reader.get(), http.res());
        } catch (IOException gone) {
            // whoever read is not there any more, or has not read for longer than the server waits: nobody is left to
            // tell
        } finally {
            reader.get().leave();
        }
    }

    private static void send(Reader reader, HttpServletResponse response) throws IOException, InterruptedException {
        response.setStatus(200);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.flushBuffer();
        Event event;
        do {
            event = reader.take(QUIET_MS);
            response.getOutputStream().write(text(event).getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        } while (!event.equals(Reader.DROPPED) && !event.equals(Reader.ENDED));
    }

    private static String text(Event event) {
        if (event.equals(Reader.IDLE)) {
            return ": quiet\n\n";
        }
        var id = event.id().isEmpty() ? "" : "id: " + event.id() + "\n";
        return id + "event: " + event.kind() + "\ndata: " + event.data() + "\n\n";
    }
}
