package chorus.rows;

/** A held-out playlist's tracks in order, by world; the same object twice where the worlds agree. */
public record PlaylistRow(long playlist, int[] factual, int[] counterfactual) implements PlaylistsEntry {}
