package chorus.simulate.catalog;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * A Pitman–Yor urn: of n customers seated so far, K of them at tables of their own, the next is new with probability
 * (θ + dK)/(θ + n) and otherwise joins x with probability ∝ count(x) − d (Pitman and Yor 1997). Customers may leave: as they are
 * exchangeable, one that is drawn evenly and leaves, and one that comes, change nothing in the urn's law.
 */
final class Urn {
    private final double discount;
    private final double concentration;
    /** Who was proposed once: those seated, and places of some who left, which the next ones of the same table take. */
    private final IntArrayList customers = new IntArrayList();

    private final Int2IntOpenHashMap places = new Int2IntOpenHashMap();
    private final Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
    private int seated;

    Urn(double discount, double concentration) {
        this.discount = discount;
        this.concentration = concentration;
    }

    int size() {
        return seated;
    }

    /** Places, of those seated and of some who left. */
    int places() {
        return customers.size();
    }

    int count(int x) {
        return counts.get(x);
    }

    boolean nextIsNew(Chance chance) {
        return chance.unit() * (seated + concentration) < concentration + discount * counts.size();
    }

    /** One already seated; a proposal out of all places is accepted with probability (count − d)/places, which makes it exact. */
    int old(Chance chance) {
        while (true) {
            var x = customers.getInt(chance.below(customers.size()));
            if (chance.unit() * places.get(x) < counts.get(x) - discount) {
                return x;
            }
        }
    }

    void seat(int x) {
        seated++;
        if (counts.addTo(x, 1) == places.get(x)) {
            customers.add(x);
            places.addTo(x, 1);
        }
    }

    /** One at {@code x} leaves, the last one with the table; false where nobody sits there. */
    boolean leave(int x) {
        var count = counts.get(x);
        if (count == 0) {
            return false;
        }
        seated--;
        if (count > 1) {
            counts.put(x, count - 1);
        } else {
            counts.remove(x);
        }
        if (customers.size() > 2 * seated + 16) {
            clear();
        }
        return true;
    }

    /** Gives up the places of those who left. */
    private void clear() {
        var left = new Int2IntOpenHashMap(counts);
        customers.removeIf(x -> left.addTo(x, -1) <= 0);
        places.clear();
        places.putAll(counts);
    }
}
