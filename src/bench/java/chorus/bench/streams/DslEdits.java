package chorus.bench.streams;

import chorus.bench.contender.Job;
import chorus.bench.contender.Passage;
import chorus.bench.contender.RecordedFold;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.state.cooccurrence.Deltas;
import chorus.state.edits.PlaylistCodec;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;

/** Reads an edit, folds it into its playlist in the store, forwards its deltas; commits at the recording's end. */
@NullUnmarked
final class DslEdits implements Processor<Long, byte[], Long, Deltas> {
    static final String PLAYLISTS = "playlists";

    private final Job.Edits codec;
    private final RecordedFold fold;
    private final Passage passage;
    private final PlaylistCodec stored = new PlaylistCodec();
    private ProcessorContext<Long, Deltas> context;
    private KeyValueStore<Long, byte[]> playlists;

    DslEdits(Job.Edits codec, RecordedFold fold, Passage passage) {
        this.codec = codec;
        this.fold = fold;
        this.passage = passage;
    }

    @Override
    public void init(ProcessorContext<Long, Deltas> context) {
        this.context = context;
        playlists = context.getStateStore(PLAYLISTS);
    }

    @Override
    public void process(Record<Long, byte[]> record) {
        switch (codec.decode(record.value())) {
            case PlaylistEdit edit -> {
                passage.edit();
                fold(record, edit);
            }
            case EpochEnded mark -> {
                passage.ended(context.taskId().partition());
                context.commit();
            }
        }
    }

    private void fold(Record<Long, byte[]> record, PlaylistEdit edit) {
        var applied = fold.apply(PlaylistCodec.decode(playlists.get(record.key())), edit);
        playlists.put(record.key(), stored.encode(applied.state()));
        context.forward(record.withValue(applied.deltas()));
    }
}
