package chorus.state.cooccurrence;

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
}
