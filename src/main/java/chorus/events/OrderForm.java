package chorus.events;

import chorus.events.avro.CampaignEnd;
import chorus.events.avro.CampaignOrder;
import chorus.events.avro.CampaignStart;
import chorus.events.avro.WorldAdded;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The form of orders: one record, told apart by what is ordered. */
final class OrderForm {
    static final Form<chorus.rows.CampaignOrder, CampaignOrder> ORDER =
            new Form<>(CampaignOrder.class, OrderForm::write, OrderForm::read);

    private OrderForm() {}

    private static CampaignOrder write(chorus.rows.CampaignOrder order) {
        return new CampaignOrder(
                switch (order) {
                    case chorus.rows.CampaignOrder.Start start -> started(start);
                    case chorus.rows.CampaignOrder.End(var campaign, var stay) -> new CampaignEnd(campaign, stay);
                    case chorus.rows.CampaignOrder.AddWorld(var world) -> new WorldAdded(world);
                });
    }

    private static CampaignStart started(chorus.rows.CampaignOrder.Start start) {
        return new CampaignStart(
                start.campaign(),
                start.strategy(),
                start.target().orElse(null),
                start.budget().isPresent() ? start.budget().getAsInt() : null,
                start.alpha().isPresent() ? start.alpha().getAsDouble() : null,
                start.join(),
                start.hold(),
                start.leave(),
                start.knowledge().orElse(null),
                start.noise().orElse(null),
                start.world().orElse(null));
    }

    private static chorus.rows.CampaignOrder read(CampaignOrder record) {
        return switch (record.getOrder()) {
            case CampaignStart start -> start(start);
            case CampaignEnd end -> new chorus.rows.CampaignOrder.End(end.getCampaign(), end.getPlantsStay());
            case WorldAdded world -> new chorus.rows.CampaignOrder.AddWorld(world.getWorld());
            default -> throw new IllegalArgumentException("unknown order " + record.getOrder());
        };
    }

    private static chorus.rows.CampaignOrder start(CampaignStart record) {
        return new chorus.rows.CampaignOrder.Start(
                record.getCampaign(),
                record.getStrategy(),
                Optional.ofNullable(record.getTarget()),
                record.getBudget() == null ? OptionalInt.empty() : OptionalInt.of(record.getBudget()),
                alpha(record.getAlpha()),
                record.getJoin(),
                record.getHold(),
                record.getLeave(),
                Optional.ofNullable(record.getKnowledge()),
                Optional.ofNullable(record.getNoise()),
                Optional.ofNullable(record.getWorld()));
    }

    private static OptionalDouble alpha(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
