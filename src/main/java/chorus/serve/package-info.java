/**
 * Stage 6', what a process tells over HTTP, on loopback unless settings say otherwise: {@code /metrics}, {@code /health},
 * {@code /ready}, and the page with its {@link chorus.serve.Feed} of events. Reads a supplier of text and the process's
 * {@link chorus.serve.Parts}; the only package that knows the web server.
 */
@NullMarked
package chorus.serve;

import org.jspecify.annotations.NullMarked;
