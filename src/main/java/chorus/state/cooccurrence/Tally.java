package chorus.state.cooccurrence;

import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;

/** The running fingerprint of what a set of rows holds, by world: exchanged count by count as rows are merged. */
public final class Tally {
    private WorldDigest factual;
    private WorldDigest counterfactual;

    public Tally(WorldDigest factual, WorldDigest counterfactual) {
        this.factual = factual;
        this.counterfactual = counterfactual;
    }

    public static Tally empty() {
        var none = new WorldDigest(0, 0, 0);
        return new Tally(none, none);
    }

    public WorldDigest factual() {
        return factual;
    }

    public WorldDigest counterfactual() {
        return counterfactual;
    }

    /** Adds what one merge exchanged. */
    void add(Exchange exchange) {
        factual = factual.plus(exchange.factual());
        counterfactual = counterfactual.plus(exchange.counterfactual());
    }

    /** A track's count went from one value to another, in each world. */
    public void track(int track, int oldFactual, int newFactual, int oldCounterfactual, int newCounterfactual) {
        factual = factual.plus(trackChange(track, oldFactual, newFactual));
        counterfactual = counterfactual.plus(trackChange(track, oldCounterfactual, newCounterfactual));
    }

    private static WorldDigest trackChange(int track, int from, int to) {
        if (to < 0) {
            throw new IllegalStateException("track " + track + " would count " + to + " playlists");
        }
        var tracks = (to == 0 ? 0 : 1) - (from == 0 ? 0 : 1);
        return new WorldDigest(CountDigest.track(track, to) - CountDigest.track(track, from), 0, tracks);
    }
}
