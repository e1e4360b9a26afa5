package chorus.cli.frame;

import chorus.metrics.Meter;
import chorus.metrics.Meters;
import chorus.report.Terminal;
import chorus.run.waits.Waits.GoesOn;
import chorus.run.waits.Waits.News;
import chorus.run.waits.Waits.Stands;
import chorus.run.waits.Waits.Still;
import chorus.serve.Parts;
import java.util.function.Consumer;

/** Tells which parts stand still: on the terminal, in a meter and at {@code /ready}. */
record Standing(Terminal terminal, Meters meters, Parts parts) implements Consumer<News> {
    @Override
    public void accept(News news) {
        switch (news) {
            case Still(var part, var since) -> meters.set(Meter.STANDSTILL, since.toMillis() / 1000.0, part);
            case Stands(var part, var what, var since) ->
                stands(part, "no progress for " + since.toSeconds() + " s, waits for " + what);
            case GoesOn(var part, var after) -> {
                terminal.note(part + ": goes on after " + after.toSeconds() + " s");
                parts.goesOn(part);
            }
        }
    }

    private void stands(String part, String line) {
        terminal.note(part + ": " + line);
        parts.stands(part, line);
    }
}
