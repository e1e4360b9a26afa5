package chorus.cli.frame;

import chorus.metrics.Meter;
import chorus.metrics.Meters;
import chorus.report.Terminal;
import chorus.serve.Parts;
import chorus.waits.Waits.GoesOn;
import chorus.waits.Waits.News;
import chorus.waits.Waits.Stands;
import chorus.waits.Waits.Still;
import java.util.function.Consumer;

/** Tells which parts stand still: on the terminal, in a meter and at {@code /ready}. */
record Standing(Terminal terminal, Meters meters, Parts parts) implements Consumer<News> {
    @Override
    public void accept(News news) {
        switch (news) {
            case Still(var part, var since) -> meters.set(Meter.STANDSTILL, since.toMillis() / 1000.0, part);
            case Stands stands -> {
                terminal.note(stands.part() + ": " + stands.line());
                parts.stands(stands.part(), stands.line());
            }
            case GoesOn goes -> {
                terminal.note(goes.part() + ": " + goes.line());
                parts.goesOn(goes.part());
            }
        }
    }
}
