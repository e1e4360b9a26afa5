package chorus.cli.end;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import chorus.fatal.Fatal;

/**
 * Sees the Errors of the virtual machine that libraries catch on their own threads and log: the broker's, the clients' and the web
 * server's would go on without a thread that they need. Named in {@code logback.xml}.
 */
public final class LoggedErrors extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
        if (event.getThrowableProxy() instanceof ThrowableProxy logged
                && Fatal.in(logged.getThrowable()) instanceof VirtualMachineError) {
            Fatal.end(logged.getThrowable());
        }
    }
}
