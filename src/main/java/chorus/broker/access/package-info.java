/**
 * How brokers and registry are reached: addresses, and what a file of client properties says of TLS, SASL and credentials; which
 * rights a refusal is about. Every client of the house is made of it.
 */
@NullMarked
package chorus.broker.access;

import org.jspecify.annotations.NullMarked;
