package chorus.state.ratings;

import chorus.ratings.RatedUser;
import chorus.ratings.RatingRules;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;
import chorus.state.Place;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import org.jspecify.annotations.Nullable;

/**
 * The stage of one partition, whatever runs it: takes what users say, and at the end of a round publishes the users of whom something
 * became known in it. Writers wait for what a round comes to before they begin the next one, so nothing is taken of any round but the
 * open one.
 */
public final class RatingStage {
    private static final String KEY = "ledger";
    /** Beyond so many users on the heap they are stored early and forgotten. */
    private static final int MOST = 1 << 14;

    private final RatingStores stores;
    private final RatingRules rules;
    private final Place place;
    private final RatedOutput output;
    private final RatingLedger ledger;
    private final Int2ObjectOpenHashMap<UserRows> near = new Int2ObjectOpenHashMap<>();
    private final IntOpenHashSet changed = new IntOpenHashSet();

    /** Takes up what {@code stores} hold. */
    public RatingStage(RatingStores stores, RatingRules rules, Place place, RatedOutput output) {
        this.stores = stores;
        this.rules = rules;
        this.place = place;
        this.output = output;
        ledger = RatingLedger.of(stores.ledger().get(KEY), place.worlds().size());
    }

    /** The first round that has not ended. */
    public long open() {
        return ledger.gate().open();
    }

    /** Takes a rating that follows the rules; returns why it does not apply, null where it does. */
    public @Nullable String take(Said said) {
        var rating = said.rating();
        var user = user(rating.user());
        var fault = fault(said, user.lastSequence());
        if (fault != null) {
            ledger.refused();
            return fault;
        }
        var worlds = rules.worldsOf(said);
        for (var world = 0; world < user.rows().length; world++) {
            if ((worlds >> world & 1) != 0) {
                var row = user.rows()[world];
                ledger.without(world, rating.user(), rating.item(), row);
                row.apply(rating);
                ledger.with(world, rating.user(), rating.item(), row);
            }
        }
        user.took(said.sequence(), rating.round());
        changed.add(rating.user());
        ledger.applied();
        return null;
    }

    private @Nullable String fault(Said said, long last) {
        var round = said.rating().round();
        if (round != open()) {
            return round < open() ? "round-ended" : "round-not-open";
        }
        if (said.sequence() != last + 1) {
            return said.sequence() <= last ? "sequence-repeated" : "sequence-gap";
        }
        return null;
    }

    /** Counts a record that is none of ours as refused. */
    public void refused() {
        ledger.refused();
    }

    /** Takes a mark and publishes the rounds that it ends; returns why it is refused, null where it is not. */
    public @Nullable String end(RoundEnded mark) {
        var before = open();
        var again = ledger.gate().holds(mark);
        if (!ledger.gate().ended(mark)) {
            ledger.refused();
            return again ? "ended-before" : "epoch-too-far";
        }
        for (var round = before; round < open(); round++) {
            publish(round);
        }
        return null;
    }

    private void publish(long round) {
        save();
        stores.rated().forEach((id, bytes) -> {
            var user = UserRows.of(bytes, place.worlds().size());
            if (user.lastRound() == round) {
                output.entry(RatedUser.of(id, user.rows()));
            }
        });
        output.entry(ledger.mark(round, place));
    }

    private UserRows user(int id) {
        var known = near.get(id);
        if (known != null) {
            return known;
        }
        if (near.size() >= MOST) {
            save();
            near.clear();
        }
        var user = UserRows.of(stores.rated().get(id), place.worlds().size());
        near.put(id, user);
        return user;
    }

    /** Stores what waits on the heap. */
    public void save() {
        changed.forEach(id -> stores.rated().put(id, near.get(id).toBytes()));
        changed.clear();
        stores.ledger().put(KEY, ledger.toBytes());
    }
}
