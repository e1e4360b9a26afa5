package chorus.events.ratings;

import chorus.events.Form;
import chorus.events.avro.AltruistOrder;
import chorus.events.avro.AltruistsEnd;
import chorus.events.avro.AltruistsStart;
import java.util.Optional;

/** The form of orders about altruists: one record, told apart by what is ordered. */
final class AltruistOrderForm {
    static final Form<chorus.ratings.AltruistOrder, AltruistOrder> ORDER =
            new Form<>(AltruistOrder.class, AltruistOrderForm::write, AltruistOrderForm::read);

    private AltruistOrderForm() {}

    private static AltruistOrder write(chorus.ratings.AltruistOrder order) {
        return new AltruistOrder(
                switch (order) {
                    case chorus.ratings.AltruistOrder.Start(var world, var own) ->
                        new AltruistsStart(world.orElse(null), own);
                    case chorus.ratings.AltruistOrder.End(var world) -> new AltruistsEnd(world);
                });
    }

    private static chorus.ratings.AltruistOrder read(AltruistOrder record) {
        return switch (record.getOrder()) {
            case AltruistsStart start ->
                new chorus.ratings.AltruistOrder.Start(Optional.ofNullable(start.getWorld()), start.getOwn());
            case AltruistsEnd end -> new chorus.ratings.AltruistOrder.End(end.getWorld());
            default -> throw new IllegalArgumentException("unknown order " + record.getOrder());
        };
    }
}
