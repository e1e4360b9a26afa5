package chorus.loadtest.result;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Latencies in milliseconds, kept to three significant digits in an HdrHistogram; mergeable without loss. For one thread at a time. */
public final class Latencies {
    private static final int DIGITS = 3;
    private static final double[] SHARES = {50, 95, 99, 99.9};

    private final Histogram histogram;

    private Latencies(Histogram histogram) {
        this.histogram = histogram;
    }

    public static Latencies none() {
        return new Latencies(new Histogram(DIGITS));
    }

    /** The latencies that {@link #encoded} wrote. */
    public static Latencies decode(String encoded) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            var read = Histogram.decodeFromCompressedByteBuffer(bytes, 0);
            read.setAutoResize(true);
            return new Latencies(read);
        } catch (DataFormatException | RuntimeException e) {
            throw new IllegalArgumentException("histogram: not an HdrHistogram in base64", e);
        }
    }

    public void add(long millis) {
        histogram.recordValue(Math.max(0, millis));
    }

    public void addAll(Latencies other) {
        histogram.add(other.histogram);
    }

    public long count() {
        return histogram.getTotalCount();
    }

    public double mean() {
        return count() == 0 ? 0 : histogram.getMean();
    }

    /** p50, p95, p99, p99.9 and max in ms; nothing of nothing. */
    public SequencedMap<String, Long> percentiles() {
        var all = new LinkedHashMap<String, Long>();
        if (count() > 0) {
            for (var share : SHARES) {
                var name = share == Math.rint(share) ? Long.toString((long) share) : Double.toString(share);
                all.put("p" + name, histogram.getValueAtPercentile(share));
            }
            all.put("max", histogram.getMaxValue());
        }
        return all;
    }

    /** HdrHistogram's compressed V2 encoding in base64, as its own tools read it. */
    public String encoded() {
        var bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        var length = histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies that && histogram.equals(that.histogram);
    }

    @Override
    public int hashCode() {
        return histogram.hashCode();
    }

    @Override
    public String toString() {
        return percentiles().toString();
    }
}
