/** The platform: what users said, completed to ratings for all pairs by low-rank approximation, and the item that each user gets. Reads settings. */
@NullMarked
package chorus.altruism.platform;

import org.jspecify.annotations.NullMarked;
