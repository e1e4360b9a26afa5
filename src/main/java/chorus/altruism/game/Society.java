package chorus.altruism.game;

import chorus.config.altruism.World;
import chorus.ratings.Rating;
import chorus.ratings.Rating.Kind;
import java.util.Optional;
import java.util.function.Consumer;

/** The users of one world. What they say goes out as ratings; what the platform gives them comes in as picks. */
final class Society {
    private final Ground ground;
    private World world;
    private Optional<Altruists> altruists;

    Society(Ground ground, World world) {
        this.ground = ground;
        this.world = world;
        this.altruists = world.collective().map(collective -> new Altruists(ground, collective));
    }

    /** What users are shown and say in a round, whatever the platform thinks. */
    void explore(int round, Consumer<Rating> said) {
        if (!ground.everythingIsObserved()) {
            show(round, said);
        } else if (round == 0) {
            tellAll(said);
        }
    }

    /** What orders make of its altruists is known further than before. */
    void know(World further) {
        world = further;
    }

    /** Round after round. */
    void act(int round, Consumer<Rating> said) {
        world.turn(round).ifPresent(now -> altruists = altruists.map(each -> each.turned(now)));
        altruists.ifPresent(each -> each.act(round, said));
    }

    private void tellAll(Consumer<Rating> said) {
        var truth = ground.truth();
        for (var user = 0; user < truth.users(); user++) {
            for (var item = 0; item < truth.items(); item++) {
                said.accept(new Rating(0, user, item, truth.utility(user, item), Kind.EXPLORED));
            }
        }
    }

    private void show(int round, Consumer<Rating> said) {
        for (var user = 0; user < ground.truth().users(); user++) {
            var who = user;
            ground.exploration()
                    .shown(user, round)
                    .forEach(
                            item -> said.accept(new Rating(round, who, item, ground.report(who, item), Kind.EXPLORED)));
        }
    }

    /** What users say of the items that they got in the round before. */
    void consume(int round, int[] picks, Consumer<Rating> said) {
        if (ground.consumptionIsTold()) {
            for (var user = 0; user < picks.length; user++) {
                said.accept(new Rating(round, user, picks[user], ground.report(user, picks[user]), Kind.CONSUMED));
            }
        }
    }

    /** Users have what they got. */
    void had(int[] picks) {
        altruists.ifPresent(each -> each.had(user -> ground.truth().utility(user, picks[user])));
    }

    /** @param gain of the minority over the twin's, as a share of the most that it could have */
    void sees(int round, double gain) {
        altruists.ifPresent(each -> each.sees(round, gain));
    }

    Optional<Altruists> altruists() {
        return altruists;
    }
}
