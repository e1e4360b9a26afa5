package chorus.altruism.game;

import chorus.altruism.platform.Rating;
import chorus.altruism.platform.Rating.Kind;
import chorus.config.AltruismSettings.World;
import java.util.Optional;
import java.util.function.Consumer;

/** The users of one world. What they say goes out as ratings; what the platform gives them comes in as picks. */
public final class Society {
    private final Ground ground;
    private final Optional<Altruists> altruists;

    public Society(Ground ground, World world) {
        this.ground = ground;
        this.altruists = world.collective().map(collective -> new Altruists(ground, collective));
    }

    /** What users say in a round before the platform learns. */
    public void speak(int round, Consumer<Rating> said) {
        if (ground.everythingIsObserved()) {
            if (round == 0) {
                tellAll(said);
            }
        } else {
            explore(round, said);
        }
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

    private void explore(int round, Consumer<Rating> said) {
        for (var user = 0; user < ground.truth().users(); user++) {
            var who = user;
            ground.exploration()
                    .shown(user, round)
                    .forEach(
                            item -> said.accept(new Rating(round, who, item, ground.report(who, item), Kind.EXPLORED)));
        }
    }

    /** What users say of the items that they got: it is known from the next round on. */
    public void consume(int round, int[] picks, Consumer<Rating> said) {
        if (!ground.everythingIsObserved()) {
            for (var user = 0; user < picks.length; user++) {
                said.accept(new Rating(round, user, picks[user], ground.report(user, picks[user]), Kind.CONSUMED));
            }
        }
        altruists.ifPresent(each -> each.had(user -> ground.truth().utility(user, picks[user])));
    }

    /** @param gain of the minority over the twin's, as a share of the most that it could have */
    public void sees(int round, double gain) {
        altruists.ifPresent(each -> each.sees(round, gain));
    }

    public Optional<Altruists> altruists() {
        return altruists;
    }
}
