package chorus.simulate.listeners;

import chorus.playlist.Hash64;
import chorus.simulate.catalog.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What organic listeners do in an epoch after the fill: sessions of a few edits each, in playlists taken by the rank of a hash
 * until the epoch's budget of changed entries is used up. Which tracks come is drawn from the community's urns, everything else
 * from the identity of playlist, epoch and step.
 */
public final class Sessions {
    private static final long RANK = 0x5E55_0001L;
    private static final long KIND = 0x5E55_0002L;
    private static final long LENGTH = 0x5E55_0003L;
    private static final long EDITS = 0x5E55_0004L;
    private static final int MOST_EDITS = 5;
    /** Share of sessions that delete their playlist; as many found a new one, so that the size stays about stable. */
    private static final double DELETING = 0.003;

    private final Community community;
    private final long randomSeed;
    private long nextEpoch = 1;

    public Sessions(Community community, long randomSeed) {
        this.community = community;
        this.randomSeed = randomSeed;
    }

    private record Ranked(long rank, Curated playlist) {}

    /** Draws the next epoch's edits, in session order. They change at most {@code changePerEpoch} of all entries. */
    public List<OrganicEdit> next() {
        var epoch = nextEpoch++;
        var edits = new ArrayList<OrganicEdit>();
        var budget = (long) (community.settings().changePerEpoch() * community.entries());
        for (var ranked : byRank(epoch)) {
            if (budget <= 0) {
                break;
            }
            var session = new Session(edits, Calendar.session(epoch, Hash64.unit(ranked.rank)));
            budget -= draw(ranked.playlist, session, epoch, budget);
        }
        return edits;
    }

    private List<Ranked> byRank(long epoch) {
        return community.playlists().stream()
                .map(p -> new Ranked(Hash64.of(randomSeed, RANK, p.id().value(), epoch), p))
                .sorted(Comparator.comparingLong((Ranked r) -> r.rank ^ Long.MIN_VALUE)
                        .thenComparingLong(r -> r.playlist.id().value()))
                .toList();
    }

    /** How many entries the session changed; what does not fit into the budget is left out. */
    private long draw(Curated playlist, Session session, long epoch, long budget) {
        var id = playlist.id().value();
        var kind = Hash64.unit(Hash64.of(randomSeed, KIND, id, epoch));
        if (kind < DELETING) {
            return delete(playlist, session, budget);
        }
        if (kind < 2 * DELETING) {
            return found(session, budget);
        }
        var hash = Hash64.of(randomSeed, EDITS, id, epoch);
        var edits = Math.min(budget, 1 + Long.remainderUnsigned(hash, MOST_EDITS));
        for (var step = 0; step < edits; step++) {
            session.edit(playlist, community.settings().listeners(), Hash64.of(hash, step));
        }
        return edits;
    }

    private long delete(Curated playlist, Session session, long budget) {
        var cost = playlist.tracks().size();
        if (cost > budget) {
            return 0;
        }
        community.remove(playlist);
        session.delete(playlist);
        return cost;
    }

    private long found(Session session, long budget) {
        var lengths = new Chance(Hash64.of(randomSeed, LENGTH, community.nextId()));
        var length = Listener.length(community.settings().listeners(), lengths);
        if (length > budget) {
            return 0;
        }
        var playlist = community.found(length);
        community.add(playlist);
        session.create(playlist);
        return length;
    }
}
