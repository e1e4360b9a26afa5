package chorus.run.ratings;

import chorus.altruism.game.Crowd;
import chorus.altruism.game.Ground;
import chorus.broker.ratings.RoundLog.Shape;
import chorus.config.AltruismSettings;
import chorus.config.altruism.World;
import chorus.ratings.RatingRules;
import chorus.run.Site;
import java.util.List;

/**
 * Where the parts of a run of the second simulation work.
 *
 * @param ground what all worlds have in common
 */
public record RatingSite(Site site, Ground ground) {
    /** Draws the ground. */
    public static RatingSite of(Site site) {
        var settings = site.settings();
        return new RatingSite(site, Ground.of(settings.altruism(), settings.randomSeed()));
    }

    public AltruismSettings settings() {
        return ground.settings();
    }

    /** The worlds as they are shown. */
    public List<World> worlds() {
        return settings().allWorlds();
    }

    public RatingRules rules() {
        return site.settings().ratingRules();
    }

    Crowd crowd() {
        return new Crowd(ground, worlds());
    }

    /** What the log of rounds is of. */
    public Shape shape() {
        return new Shape(
                worlds().stream().map(World::name).toList(),
                ground.truth().users(),
                ground.truth().items(),
                ground.memory());
    }
}
