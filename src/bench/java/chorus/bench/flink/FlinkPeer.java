package chorus.bench.flink;
import chorus.bench.contender.*;
import java.util.Map;
import java.util.function.LongConsumer;
public final class FlinkPeer implements Contender {
    @Override public Map<String, String> settings(Site site) { return Map.of(); }
    @Override public Measured run(Site site, LongConsumer progress) { throw new UnsupportedOperationException(); }
}
