/** Reports as one page of HTML that needs nothing beside it. Reads figures, sheets and words; writes text. */
@NullMarked
package chorus.bundle.page;

import org.jspecify.annotations.NullMarked;
