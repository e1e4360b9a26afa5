/** When an epoch has ended, of whatever is written in epochs: marks and the gate that counts them. Reads no other package. */
@NullMarked
package chorus.epochs;

import org.jspecify.annotations.NullMarked;
