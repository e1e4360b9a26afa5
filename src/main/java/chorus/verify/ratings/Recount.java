package chorus.verify.ratings;

import chorus.epochs.EpochGate;
import chorus.ratings.RatedMark;
import chorus.ratings.RatedMark.OfWorld;
import chorus.ratings.RatingEntry;
import chorus.ratings.RatingRules;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The users of one partition of the log, rebuilt. */
final class Recount {
    private final RatingRules rules;
    private final EpochGate gate = new EpochGate();
    private final Map<Integer, Long> sequences = new HashMap<>();
    private final TreeMap<Integer, List<NaiveUser>> users = new TreeMap<>();
    private long applied;

    Recount(RatingRules rules) {
        this.rules = rules;
    }

    /** The newest round that has ended; −1 before the first. */
    long complete() {
        return gate.open() - 1;
    }

    void take(RatingEntry entry) {
        switch (entry) {
            case RoundEnded mark -> gate.ended(mark);
            case Said said -> take(said);
        }
    }

    private void take(Said said) {
        var rating = said.rating();
        var last = sequences.getOrDefault(rating.user(), 0L);
        if (rating.round() != gate.open() || said.sequence() != last + 1) {
            return;
        }
        sequences.put(rating.user(), said.sequence());
        applied++;
        var worlds = users.computeIfAbsent(rating.user(), _ -> nobody());
        for (var world = 0; world < worlds.size(); world++) {
            if (said.world() == null || said.world().equals(rules.worlds().get(world))) {
                worlds.get(world).take(rating);
            }
        }
    }

    private List<NaiveUser> nobody() {
        return IntStream.range(0, rules.worlds().size())
                .mapToObj(_ -> new NaiveUser())
                .toList();
    }

    long applied() {
        return applied;
    }

    /** Each world's fingerprint, from nothing. */
    List<OfWorld> digests() {
        var digests = new ArrayList<OfWorld>();
        for (var world = 0; world < rules.worlds().size(); world++) {
            var digest = 0L;
            var pairs = 0L;
            for (var user : users.entrySet()) {
                for (var item : user.getValue().get(world).known().entrySet()) {
                    digest += RatedMark.term(user.getKey(), item.getKey(), item.getValue());
                    pairs++;
                }
            }
            digests.add(new OfWorld(rules.worlds().get(world), digest, pairs));
        }
        return digests;
    }

    /** By user, what each world knows. */
    SortedMap<Integer, List<SortedMap<Integer, Double>>> rows() {
        var rows = new TreeMap<Integer, List<SortedMap<Integer, Double>>>();
        users.forEach((user, worlds) ->
                rows.put(user, worlds.stream().map(NaiveUser::known).toList()));
        return rows;
    }
}
