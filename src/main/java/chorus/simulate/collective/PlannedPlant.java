package chorus.simulate.collective;

import java.util.OptionalLong;

/**
 * Where, and perhaps when, a file says that a member plants.
 *
 * @param index in the twin's list when the campaign starts
 * @param epoch at whose end the member plants, counted as the campaign's start is; empty: when it is the member's turn
 */
public record PlannedPlant(int index, OptionalLong epoch) {}
