package chorus.rows;

/** One record of the topic {@code neighbours}. */
public sealed interface NeighboursEntry permits PairRow, CountsMark {}
