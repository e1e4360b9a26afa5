package chorus.config.altruism;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What altruists have other than those that stand in the section; where it is empty they have the same. */
public record Own(
        OptionalDouble share,
        Optional<Willing> willing,
        Optional<Eta> eta,
        OptionalInt targets,
        Optional<Choose> choose,
        OptionalInt actions,
        OptionalInt pace,
        OptionalInt end,
        OptionalDouble cost,
        OptionalDouble belief,
        OptionalDouble memory,
        OptionalDouble patience) {
    /** Others with this; they begin when it is said. */
    Collective over(Collective base, Begin begin) {
        return new Collective(
                share.orElse(base.share()),
                willing.orElse(base.willing()),
                eta.orElse(base.eta()),
                targets.orElse(base.targets()),
                choose.orElse(base.choose()),
                actions.orElse(base.actions()),
                pace.orElse(base.pace()),
                begin,
                end.isPresent() ? end : base.end(),
                cost.orElse(base.cost()),
                belief.orElse(base.belief()),
                memory.orElse(base.memory()),
                patience.orElse(base.patience()));
    }
}
