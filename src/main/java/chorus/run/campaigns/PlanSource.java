package chorus.run.campaigns;

import java.util.ArrayList;

/** Where the plan stands that writers give; asked only where somebody orders something. */
@FunctionalInterface
public interface PlanSource {
    Standpoint plan() throws InterruptedException;

    /** One that asks another once, whoever asks it. */
    static PlanSource once(PlanSource other) {
        var known = new ArrayList<Standpoint>(1);
        return () -> {
            synchronized (known) {
                if (known.isEmpty()) {
                    known.add(other.plan());
                }
                return known.getFirst();
            }
        };
    }
}
