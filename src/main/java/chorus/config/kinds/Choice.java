package chorus.config.kinds;

/**
 * One of several kinds of a thing, each with parameters of its own. Sealed interfaces of records extend this; in the settings
 * the choice's key holds the kind's name, and the parameters of the kind stand beside it as keys of the same section. A kind
 * with one parameter may be written in one value too, {@code {InsertAt: 3}}; upper case does not matter there.
 */
public interface Choice {
    /** The word by which the settings choose this kind. */
    default String name() {
        return getClass().getSimpleName();
    }
}
