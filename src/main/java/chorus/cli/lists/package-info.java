/** Of commands that make generations: the option by which what is recommended for each test is kept. */
@NullMarked
package chorus.cli.lists;

import org.jspecify.annotations.NullMarked;
