package chorus.config;

import chorus.config.kinds.Kinds;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** For every number of a record of settings an option that gives it the most that its type can hold. */
public final class FarBeyondSense {
    private static final Map<Type, String> MOST = Map.of(
            int.class, "2147483647",
            OptionalInt.class, "2147483647",
            long.class, "9223372036854775807",
            short.class, "32767",
            double.class, "1e300",
            Double.class, "1e300",
            OptionalDouble.class, "1e300",
            Duration.class, "999999999999h");

    private FarBeyondSense() {}

    /** @param prefix of the record's keys */
    public static Stream<String> options(Class<?> section, String prefix) {
        return Arrays.stream(section.getRecordComponents()).flatMap(part -> options(part, prefix));
    }

    private static Stream<String> options(RecordComponent part, String prefix) {
        var key = prefix + part.getName();
        var type = part.getType();
        if (MOST.containsKey(type)) {
            return Stream.of(key + "=" + MOST.get(type));
        }
        if (part.getGenericType() instanceof ParameterizedType list && MOST.containsKey(item(list))) {
            return Stream.of(key + "=[" + MOST.get(item(list)) + "]");
        }
        if (Kinds.isBeside(part)) {
            return options(type, prefix);
        }
        if (Kinds.isOneOrMore(part)) {
            return options((Class<?>) item((ParameterizedType) part.getGenericType()), key + ".");
        }
        if (Kinds.isChoice(type)) {
            return Kinds.of(type).stream().flatMap(kind -> options(kind, prefix));
        }
        return type.isRecord() ? options(type, key + ".") : Stream.empty();
    }

    private static Type item(ParameterizedType list) {
        return list.getActualTypeArguments()[0];
    }
}
