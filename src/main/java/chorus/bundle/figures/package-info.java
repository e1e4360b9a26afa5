/** Figures of tables of means. Reads sheets and what a file says of its figures; writes SVG and PNG. */
@NullMarked
package chorus.bundle.figures;

import org.jspecify.annotations.NullMarked;
