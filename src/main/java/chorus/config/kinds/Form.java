package chorus.config.kinds;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * One of several kinds of a single value, told apart by how it is written. Sealed interfaces of records extend this. A kind
 * without components is written as its word, the record's name in lower case; one whose only component is a list, as that list;
 * any other as a mapping of one key, its word, to its component, or to the list of its components in their order.
 */
public interface Form {
    /** Marks a kind that is written as its only component, a number: a whole one where the component is. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Plain {}
}
