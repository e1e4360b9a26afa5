/** The upper limit: a plain consumer, the product's decoding and folds, hash maps on the heap, nothing durable. */
@NullMarked
package chorus.bench.heap;

import org.jspecify.annotations.NullMarked;
