package chorus.events.ratings;

import chorus.events.Form;
import chorus.events.Ints;
import chorus.events.avro.Rated;
import chorus.events.avro.RatedDigest;
import chorus.events.avro.RatedMark;
import chorus.events.avro.RatedPart;
import chorus.events.avro.RatedUser;
import chorus.events.avro.Rating;
import chorus.events.avro.RatingKind;
import chorus.ratings.RatedEntry;
import chorus.ratings.RatingEntry;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;

/** The forms of what users say, and of what is known of them. */
final class RatingForms {
    static final Form<RatingEntry, Rating> RATING = new Form<>(Rating.class, RatingForms::write, RatingForms::read);
    static final Form<RatedEntry, Rated> RATED = new Form<>(Rated.class, RatingForms::write, RatingForms::read);

    private RatingForms() {}

    private static Rating write(RatingEntry entry) {
        return switch (entry) {
            case Said(var rating, var sequence, var world) ->
                new Rating(
                        rating.round(),
                        rating.user(),
                        rating.item(),
                        rating.value(),
                        sequence,
                        RatingKind.valueOf(rating.kind().name()),
                        world,
                        0);
            case RoundEnded(var round, var writer, var writers) ->
                new Rating((int) round, -1 - writer, 0, 0.0, 0L, RatingKind.ROUND_ENDED, null, writers);
        };
    }

    private static RatingEntry read(Rating record) {
        if (record.getKind() == RatingKind.ROUND_ENDED) {
            return new RoundEnded(record.getRound(), -1 - record.getUser(), record.getWriters());
        }
        var kind = chorus.ratings.Rating.Kind.valueOf(record.getKind().name());
        return new Said(
                new chorus.ratings.Rating(
                        record.getRound(), record.getUser(), record.getItem(), record.getValue(), kind),
                record.getSequence(),
                record.getWorld());
    }

    private static Rated write(RatedEntry entry) {
        return new Rated(
                switch (entry) {
                    case chorus.ratings.RatedUser user ->
                        new RatedUser(
                                user.user(),
                                user.parts().stream().map(RatingForms::write).toList());
                    case chorus.ratings.RatedMark mark ->
                        new RatedMark(
                                mark.round(),
                                mark.partition(),
                                mark.partitions(),
                                mark.worlds().stream().map(RatingForms::write).toList(),
                                mark.applied(),
                                mark.refused());
                });
    }

    private static RatedPart write(chorus.ratings.RatedUser.Part part) {
        return new RatedPart(part.worlds(), new Ints(part.items()), new Doubles(part.values()));
    }

    private static RatedDigest write(chorus.ratings.RatedMark.OfWorld world) {
        return new RatedDigest(world.world(), world.digest(), world.pairs());
    }

    private static RatedEntry read(Rated record) {
        return switch (record.getEntry()) {
            case RatedUser user ->
                new chorus.ratings.RatedUser(
                        user.getUser(),
                        user.getParts().stream().map(RatingForms::read).toList());
            case RatedMark mark ->
                new chorus.ratings.RatedMark(
                        mark.getRound(),
                        mark.getPartition(),
                        mark.getPartitions(),
                        mark.getWorlds().stream()
                                .map(world -> new chorus.ratings.RatedMark.OfWorld(
                                        world.getWorld(), world.getDigest(), world.getPairs()))
                                .toList(),
                        mark.getApplied(),
                        mark.getRefused());
            case Object other -> throw new IllegalArgumentException("unknown entry " + other);
        };
    }

    private static chorus.ratings.RatedUser.Part read(RatedPart part) {
        if (part.getItems().size() != part.getValues().size()) {
            throw new IllegalArgumentException(part.getValues().size() + " values beside "
                    + part.getItems().size() + " items");
        }
        var items = Ints.array(part.getItems());
        for (var n = 0; n < items.length; n++) {
            if (items[n] < 0 || n > 0 && items[n] <= items[n - 1]) {
                throw new IllegalArgumentException("item " + items[n] + ": must be 0 or more, and ascend");
            }
        }
        return new chorus.ratings.RatedUser.Part(part.getWorlds(), items, Doubles.array(part.getValues()));
    }
}
