/**
 * The schema registry as {@code events} uses it: how it is reached, how schemas go in and come out, what is wrong where they do
 * not. Nobody else asks it anything.
 */
@NullMarked
package chorus.events.registry;

import org.jspecify.annotations.NullMarked;
