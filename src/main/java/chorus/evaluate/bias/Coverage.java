package chorus.evaluate.bias;

/** Catalogue coverage = distinct recommended tracks ÷ tracks of the catalogue, in 0…1 (D23, §5.1). */
final class Coverage {
    private Coverage() {}

    static double of(long[] counts) {
        var distinct = 0;
        for (var count : counts) {
            distinct += count > 0 ? 1 : 0;
        }
        return counts.length == 0 ? 0 : (double) distinct / counts.length;
    }
}
