package chorus.topology;

import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import java.util.function.Consumer;

/**
 * What a writer gives, put on the topics of a rig.
 *
 * @param also is shown each edit
 */
record IntoRig(Rig rig, Consumer<PlaylistEdit> also) implements EditSink {
    @Override
    public void track(Track track) {
        rig.track(track);
    }

    @Override
    public void campaign(Campaign campaign) {
        // the topology does not read them
    }

    @Override
    public void edit(PlaylistEdit edit) {
        rig.entry(edit);
        also.accept(edit);
    }

    @Override
    public void endEpoch(EpochEnded mark) {
        rig.mark(mark);
    }
}
