package chorus.state.cooccurrence;

/**
 * C_W(a, b) = number of positions i &lt; j ≤ i+W with a at i and b at j, and C_1 for the distance 1: what changes in them when
 * one track enters or leaves a list.
 *
 * @param window W, tracks
 */
public record WindowPairs(int window) {

    /**
     * Adds to {@code deltas} what the track at {@code index} of {@code list} contributed by entering (sign 1), or takes away by
     * leaving (sign −1): its own pairs with the tracks around it, and the pairs across it that its presence pushes to a distance
     * one greater.
     *
     * @param worlds the bits of those that see the list
     */
    public void contribute(int[] list, int index, int sign, int worlds, Deltas deltas) {
        own(list, index, sign, worlds, deltas);
        across(list, index, sign, worlds, deltas);
    }

    private void own(int[] list, int index, int sign, int worlds, Deltas deltas) {
        var track = list[index];
        var first = Math.max(0, index - window);
        for (var i = first; i < index; i++) {
            deltas.pair(list[i], track, sign, i == index - 1 ? sign : 0, worlds);
        }
        var last = Math.min(list.length - 1, index + window);
        for (var i = index + 1; i <= last; i++) {
            deltas.pair(track, list[i], sign, i == index + 1 ? sign : 0, worlds);
        }
    }

    /** Pairs at distance window+1 across the index were at distance window without it; the direct neighbours were adjacent. */
    private void across(int[] list, int index, int sign, int worlds, Deltas deltas) {
        if (window == 1) {
            if (index > 0 && index + 1 < list.length) {
                deltas.pair(list[index - 1], list[index + 1], -sign, -sign, worlds);
            }
            return;
        }
        if (index > 0 && index + 1 < list.length) {
            deltas.pair(list[index - 1], list[index + 1], 0, -sign, worlds);
        }
        var first = Math.max(0, index - window);
        for (var i = first; i < index && i + window + 1 < list.length; i++) {
            deltas.pair(list[i], list[i + window + 1], -sign, 0, worlds);
        }
    }

    /** Every pair of {@code list} comes (sign 1) or goes (sign −1), for the worlds that see it. */
    public void all(int[] list, int sign, int worlds, Deltas deltas) {
        for (var i = 0; i < list.length; i++) {
            for (var j = i + 1; j < list.length && j <= i + window; j++) {
                deltas.pair(list[i], list[j], sign, j == i + 1 ? sign : 0, worlds);
            }
        }
    }
}
