/**
 * Stage 4, linear algebra: as much as a truncated singular value decomposition of sparse rows takes. Reads numbers, writes numbers;
 * work goes over all cores in blocks, and each sum has its order whatever the blocks.
 */
@NullMarked
package chorus.recommend.linear;

import org.jspecify.annotations.NullMarked;
