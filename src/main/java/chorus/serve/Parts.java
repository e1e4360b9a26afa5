package chorus.serve;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The parts of a running process (broker, registry, topology, trainer, …) and how each of them is. Thread-safe. */
public final class Parts {
    /** How a part is. */
    public enum State {
        STARTING,
        READY,
        STANDING,
        FAILED
    }

    private record Part(State state, String detail) {}

    private final Map<String, Supplier<Part>> parts = new LinkedHashMap<>();
    private final Map<String, Part> standing = new LinkedHashMap<>();

    /** Says how a part is; {@code detail} is one line for people, or empty. */
    public synchronized void set(String part, State state, String detail) {
        var now = new Part(state, detail);
        parts.put(part, () -> now);
    }

    /** Lets a part be ready or starting as it is at each look. */
    public synchronized void watch(String part, BooleanSupplier ready, Supplier<String> detail) {
        parts.put(part, () -> new Part(ready.getAsBoolean() ? State.READY : State.STARTING, detail.get()));
    }

    /** A part does not come forward; {@code detail} says what it waits for. Until {@link #goesOn} the process is not ready. */
    public synchronized void stands(String part, String detail) {
        standing.put(part, new Part(State.STANDING, detail));
    }

    public synchronized void goesOn(String part) {
        standing.remove(part);
    }

    /** Whether there are parts, all of them are ready and none stands still. */
    public synchronized boolean ready() {
        return !parts.isEmpty()
                && standing.isEmpty()
                && parts.values().stream().allMatch(part -> part.get().state == State.READY);
    }

    /** Whether a part has failed for good. */
    public synchronized boolean failed() {
        return parts.values().stream().anyMatch(part -> part.get().state == State.FAILED);
    }

    /** Name → state and detail, in the order in which the parts first spoke. */
    public synchronized Map<String, Map<String, String>> told() {
        var told = new LinkedHashMap<String, Map<String, String>>();
        parts.forEach((name, look) -> told.put(name, told(look.get())));
        standing.forEach((name, part) -> told.put(name, told(part)));
        return told;
    }

    private static Map<String, String> told(Part part) {
        return Map.of("state", part.state.name().toLowerCase(Locale.ROOT), "detail", part.detail);
    }
}
