/** What users would like if they knew it, in blocks of a majority and a minority, and the chance it is drawn from. Reads nothing but settings. */
@NullMarked
package chorus.altruism.truth;

import org.jspecify.annotations.NullMarked;
