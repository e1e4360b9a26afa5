package chorus.loadtest.generate;

/**
 * How many changes of directed pair counts one edit causes, by length and index alone: the number of pair changes that the
 * topology's fold hands on. Entering and leaving cost the same.
 *
 * @param window pairs at distance 1…window are counted
 */
public record PairUpdates(int window) {

    /** For the track at {@code index} of a list of {@code length}, itself included. */
    public int of(int length, int index) {
        var own = Math.min(window, index) + Math.min(window, length - 1 - index);
        var inside = index > 0 && index < length - 1;
        if (window == 1) {
            return own + (inside ? 1 : 0);
        }
        var first = Math.max(0, index - window);
        var last = Math.min(index - 1, length - window - 2);
        return own + (inside ? 1 : 0) + Math.max(0, last - first + 1);
    }
}
