package chorus.retrain;

import chorus.evaluate.TestPlaylist;
import chorus.recommend.TrainingSet;
import java.util.List;

/**
 * All that a generation is made from: both worlds at one cut.
 *
 * @param counterfactual the same object as {@code factual} where the worlds agree, so that work on it may be shared
 * @param edits edits applied up to the cut
 * @param refused records refused up to the cut
 */
public record Cut(Side factual, Side counterfactual, long edits, long refused) {
    public Cut {
        if (counterfactual.equals(factual)) {
            counterfactual = factual;
        }
    }

    /**
     * One world at the cut.
     *
     * @param tests ascending by playlist id
     */
    public record Side(TrainingSet training, List<TestPlaylist> tests) {
        public Side {
            tests = List.copyOf(tests);
        }
    }

    public boolean worldsAgree() {
        return factual.equals(counterfactual);
    }

    /** Playlists that exist and are not held out, in either world. */
    public long trainingPlaylists() {
        return factual.training().counts().trainingPlaylists();
    }
}
