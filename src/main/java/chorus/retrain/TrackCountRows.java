package chorus.retrain;

import chorus.playlist.World;
import chorus.rows.TrackCountRow;
import java.util.Arrays;

/** Both worlds' track counts by track id; 0 where there is no row. */
final class TrackCountRows {
    private int[] factual = new int[0];
    private int[] counterfactual = new int[0];

    void put(TrackCountRow row) {
        if (row.track() >= factual.length) {
            var length = row.track() + row.track() / 2 + 1;
            factual = Arrays.copyOf(factual, length);
            counterfactual = Arrays.copyOf(counterfactual, length);
        }
        factual[row.track()] = row.factual();
        counterfactual[row.track()] = row.counterfactual();
    }

    void remove(int track) {
        if (track >= 0 && track < factual.length) {
            factual[track] = 0;
            counterfactual[track] = 0;
        }
    }

    boolean worldsAgree() {
        return Arrays.equals(factual, counterfactual);
    }

    int[] counts(World world) {
        return world == World.FACTUAL ? factual : counterfactual;
    }
}
