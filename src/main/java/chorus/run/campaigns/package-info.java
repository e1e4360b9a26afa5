/**
 * Orders about campaigns and worlds: as they are sent and as the settings have them, and how they are judged. Reads orders, the plan and
 * settings; writes nothing.
 */
@NullMarked
package chorus.run.campaigns;

import org.jspecify.annotations.NullMarked;
