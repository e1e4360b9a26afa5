package chorus.report;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where a person watches a run: results go to one stream, progress to the other. On a terminal progress is a bar that is
 * redrawn in place; elsewhere it is a plain line at each quarter of the way, once. Thread-safe.
 */
public final class Terminal {
    private static final int CELLS = 30;

    private final PrintStream results;
    private final PrintStream progress;
    private final boolean live;
    private String bar = "";
    private final Set<String> told = new HashSet<>();

    /** @param live whether both streams end on a terminal that can redraw a line */
    public Terminal(PrintStream results, PrintStream progress, boolean live) {
        this.results = results;
        this.progress = progress;
        this.live = live;
    }

    /** A line of the result. */
    public synchronized void result(String line) {
        erase();
        results.println(line);
        results.flush();
        draw(bar);
    }

    /** A line about what is going on. */
    public synchronized void note(String line) {
        erase();
        progress.println(line);
        draw(bar);
    }

    /** How far {@code what} has come. */
    public void progress(String what, long done, long total) {
        progress(what, done, total, "");
    }

    /** The same with what is to be said behind it, e.g. how long it will take. */
    public synchronized void progress(String what, long done, long total, String more) {
        var share = total <= 0 ? 0 : Math.clamp((double) done / total, 0, 1);
        if (live) {
            var cells = (int) (share * CELLS);
            var next = String.format(
                            Locale.ROOT,
                            "%-22.22s %s%s %3.0f %% %s",
                            what,
                            "━".repeat(cells),
                            "─".repeat(CELLS - cells),
                            100 * share,
                            more)
                    .stripTrailing();
            if (!next.equals(bar)) {
                erase();
                draw(next);
            }
        } else {
            plain(what, (int) (share * 4), more);
        }
    }

    /** Takes the bar away. */
    public synchronized void progressEnds() {
        erase();
        bar = "";
    }

    private void plain(String what, int quarters, String more) {
        var now = what + " " + 25 * quarters + " %";
        if (quarters > 0 && told.add(now)) {
            progress.println((now + " " + more).stripTrailing());
        }
    }

    private void erase() {
        if (live && !bar.isEmpty()) {
            progress.print("\r\u001b[K");
            progress.flush();
        }
    }

    private void draw(String next) {
        bar = next;
        if (live && !bar.isEmpty()) {
            progress.print(bar);
            progress.flush();
        }
    }
}
