package chorus.config.altruism;

import chorus.config.kinds.Beside;
import chorus.config.kinds.Range;
import java.util.Optional;

/** A named world; what it does not say of its altruists it takes from the section. */
public record NamedWorld(
        String name,
        boolean altruists,
        Optional<Begin> begin,
        @Beside Own own) {
    public NamedWorld {
        Range.name("name", name);
        var _ = own.over(Collective.NOBODY, begin.orElse(Collective.NOBODY.begin()));
    }

    /** Its altruists. */
    public Collective over(Collective base) {
        return own.over(base, begin.orElse(base.begin()));
    }
}
