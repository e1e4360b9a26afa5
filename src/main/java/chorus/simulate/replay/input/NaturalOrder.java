package chorus.simulate.replay.input;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Names in an order where numbers count by their value: {@code slice.9-9} before {@code slice.10-19}. */
final class NaturalOrder implements Comparator<String> {
    private static final Pattern EDGE = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    @Override
    public int compare(String a, String b) {
        var left = EDGE.split(a, -1);
        var right = EDGE.split(b, -1);
        for (var i = 0; i < left.length && i < right.length; i++) {
            var order = part(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return left.length != right.length ? Integer.compare(left.length, right.length) : a.compareTo(b);
    }

    private static int part(String a, String b) {
        return isNumber(a) && isNumber(b) ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
