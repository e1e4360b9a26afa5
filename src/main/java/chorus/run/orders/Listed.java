package chorus.run.orders;

import chorus.broker.orders.OrderLog.Sent;
import chorus.config.tree.SettingsFault;
import chorus.rows.results.OrderDecision;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order, and what became of it.
 *
 * @param order its number
 * @param subject the campaign or world that it is about
 * @param told what is ordered, in words
 * @param epoch from which it holds; empty where it does not, or is not decided
 * @param reason of a refusal; else empty
 */
public record Listed(long order, String subject, String told, State state, OptionalLong epoch, String reason) {
    /** How it stands. */
    public enum State {
        waiting,
        accepted,
        refused
    }

    /** All that were sent, in their order. */
    public static List<Listed> of(List<Sent> sent, Collection<OrderDecision> decided) {
        var decisions = decided.stream().collect(Collectors.toMap(OrderDecision::offset, Function.identity()));
        return sent.stream().map(each -> of(each, decisions.get(each.offset()))).toList();
    }

    private static Listed of(Sent sent, @Nullable OrderDecision decision) {
        var number = sent.offset();
        var subject = sent.order().subject();
        if (decision == null) {
            return new Listed(number, subject, what(sent), State.waiting, OptionalLong.empty(), "");
        }
        return decision.epoch().isEmpty()
                ? new Listed(number, subject, what(sent), State.refused, decision.epoch(), decision.refused())
                : new Listed(
                        number,
                        subject,
                        OrderLines.what(OrderLines.order(decision).order()),
                        State.accepted,
                        decision.epoch(),
                        "");
    }

    private static String what(Sent sent) {
        try {
            return OrderLines.what(Wire.read(sent.order(), 1).order());
        } catch (SettingsFault wrong) {
            return "about " + sent.order().subject() + ", which cannot hold";
        }
    }

    /** In one line. */
    public String line() {
        var number = "order " + order;
        return switch (state) {
            case waiting -> number + " waits: " + told;
            case accepted -> number + ": " + told + " from epoch " + epoch.orElseThrow() + " on";
            case refused -> number + " is refused: " + reason;
        };
    }
}
