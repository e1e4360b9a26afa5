package chorus.simulate.listeners;

import chorus.hash.Hash64;
import chorus.simulate.catalog.Chance;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who edits how much in an epoch. Edits are dealt one by one, each to a listener drawn evenly by identity, until the epoch's budget
 * of changed entries is used up. So the edits of a listener are Poisson, nearly: beside one of them stand as many others as beside
 * one that is added to any listener's, and no number of edits tells which was added. A first one may, rarely, delete the playlist, and
 * is then all that its listener does; as many found a new one, so that the size stays about stable.
 */
final class Agenda {
    private static final long DEAL = 0x5E55_0001L;
    private static final long KIND = 0x5E55_0002L;
    private static final long LENGTH = 0x5E55_0003L;
    /** So few that the insertions of foundings are some thirtieth of all. */
    private static final double DELETING = 0.0003;

    private final Community community;
    private final SortedMap<Long, Integer> edits = new TreeMap<>();
    private final SortedSet<Long> deletions = new TreeSet<>();
    private final IntArrayList foundings = new IntArrayList();
    private long budget;

    private Agenda(Community community, long budget) {
        this.community = community;
        this.budget = budget;
    }

    /** Deals at most {@code changePerEpoch} of all entries; what does not fit into what is left of them is left out. */
    static Agenda draw(Community community, long randomSeed, long epoch) {
        var agenda = new Agenda(community, (long) (community.settings().changePerEpoch() * community.entries()));
        var listeners = List.copyOf(community.playlists());
        for (var number = 0L; agenda.budget > 0 && agenda.deletions.size() < listeners.size(); number++) {
            var hash = Hash64.of(randomSeed, DEAL, epoch, number);
            agenda.deal(listeners.get((int) (Hash64.unit(hash) * listeners.size())), hash);
        }
        return agenda;
    }

    private void deal(Curated playlist, long hash) {
        var id = playlist.id().value();
        var kind = Hash64.unit(Hash64.of(hash, KIND));
        if (kind < 2 * DELETING && !edits.containsKey(id)) {
            if (kind < DELETING) {
                delete(playlist);
            } else {
                found(hash);
            }
        } else if (!deletions.contains(id)) {
            edits.merge(id, 1, Integer::sum);
            budget--;
        }
    }

    private void found(long hash) {
        var length = community.lengths().draw(new Chance(Hash64.of(hash, LENGTH)));
        if (length <= budget) {
            foundings.add(length);
            budget -= length;
        }
    }

    private void delete(Curated playlist) {
        if (playlist.size() <= budget && deletions.add(playlist.id().value())) {
            budget -= playlist.size();
        }
    }

    /** How many edits, by playlist. */
    SortedMap<Long, Integer> edits() {
        return edits;
    }

    SortedSet<Long> deletions() {
        return deletions;
    }

    /** The lengths of new playlists. */
    IntArrayList foundings() {
        return foundings;
    }
}
