package chorus.simulate.catalog;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * A Pitman–Yor urn: of n customers seated so far, K of them at tables of their own, the next is new with probability
 * (θ + dK)/(θ + n) and otherwise joins x with probability ∝ count(x) − d (Pitman and Yor 1997).
 */
final class Urn {
    private final double discount;
    private final double concentration;
    private final IntArrayList customers = new IntArrayList();
    private final Int2IntOpenHashMap counts = new Int2IntOpenHashMap();

    Urn(double discount, double concentration) {
        this.discount = discount;
        this.concentration = concentration;
    }

    boolean nextIsNew(Chance chance) {
        return chance.unit() * (customers.size() + concentration) < concentration + discount * counts.size();
    }

    /** One already seated; a customer's proposal is accepted with probability (count − d)/count, which makes it exact. */
    int old(Chance chance) {
        while (true) {
            var x = customers.getInt(chance.below(customers.size()));
            var count = counts.get(x);
            if (chance.unit() * count < count - discount) {
                return x;
            }
        }
    }

    void seat(int x) {
        customers.add(x);
        counts.addTo(x, 1);
    }
}
