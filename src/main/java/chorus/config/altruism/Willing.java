package chorus.config.altruism;

/** Who of the majority is willing. */
public enum Willing {
    /** Each with the probability {@code share}, by chance of her own. */
    drawn,
    /** The first so many, by id. */
    first
}
