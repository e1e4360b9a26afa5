package chorus.bench.contender;

import chorus.events.Events;
import chorus.playlist.LogEntry;

/** What contenders are to count. */
public enum Job {
    /** Window and adjacent counts of all worlds, and tracks, from the product's edits. */
    ALL,
    /** Window counts alone, of one world, from edits of 25 bytes. */
    WINDOW_ALONE;

    /** What it is, for the reader of the result. */
    public String title(int worlds) {
        return switch (this) {
            case ALL -> "window and adjacent counts of " + worlds + " worlds";
            case WINDOW_ALONE -> "window counts alone, one world, edits of 25 bytes";
        };
    }

    /** Reads recorded edits. */
    public interface Edits extends AutoCloseable {
        LogEntry decode(byte[] bytes);

        @Override
        default void close() {
            // most hold nothing
        }
    }

    public Edits edits(Site site) {
        return switch (this) {
            case ALL ->
                new Registered(
                        Events.connect(site.registry(), site.settings().kafka().prefix()));
            case WINDOW_ALONE -> RawEdit::decode;
        };
    }

    private record Registered(Events events) implements Edits {
        @Override
        public LogEntry decode(byte[] bytes) {
            return events.edits().decode(bytes);
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
