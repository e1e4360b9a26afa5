package chorus.run.orders;

import chorus.broker.orders.OrderLog.Sent;
import chorus.orders.AnyOrder;
import chorus.orders.OrderDecision;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order, and what became of it.
 *
 * @param order its number
 * @param subject what it is about
 * @param told what is ordered, in words
 * @param unit what the simulation calls an epoch
 * @param epoch from which it holds; empty where it does not, or is not decided
 * @param reason of a refusal; else empty
 */
public record Listed(
        long order, String subject, String told, State state, String unit, OptionalLong epoch, String reason) {
    /** How it stands. */
    public enum State {
        waiting,
        accepted,
        refused
    }

    /** All that were sent, in their order. */
    public static <O extends AnyOrder> List<Listed> of(
            List<Sent<O>> sent, Collection<OrderDecision> decided, Words<O> words) {
        var decisions = decided.stream().collect(Collectors.toMap(OrderDecision::offset, Function.identity()));
        return sent.stream()
                .map(each -> of(each, decisions.get(each.offset()), words))
                .toList();
    }

    private static <O extends AnyOrder> Listed of(Sent<O> sent, @Nullable OrderDecision decision, Words<O> words) {
        var number = sent.offset();
        var subject = sent.order().subject();
        var what = words.what(sent.order());
        if (decision == null) {
            return new Listed(number, subject, what, State.waiting, words.epoch(), OptionalLong.empty(), "");
        }
        return decision.epoch().isEmpty()
                ? new Listed(number, subject, what, State.refused, words.epoch(), decision.epoch(), decision.refused())
                : new Listed(
                        number,
                        subject,
                        words.accepted().apply(decision),
                        State.accepted,
                        words.epoch(),
                        decision.epoch(),
                        "");
    }

    /** In one line. */
    public String line() {
        var number = "order " + order;
        return switch (state) {
            case waiting -> number + " waits: " + told;
            case accepted -> number + ": " + told + " from " + unit + " " + epoch.orElseThrow() + " on";
            case refused -> number + " is refused: " + reason;
        };
    }

    /** As a program has it. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("order", order);
        tree.put("subject", subject);
        tree.put("told", told);
        tree.put("state", state.name());
        epoch.ifPresent(number -> tree.put(unit, number));
        if (!reason.isEmpty()) {
            tree.put("reason", reason);
        }
        return tree;
    }
}
