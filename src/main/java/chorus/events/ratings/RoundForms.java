package chorus.events.ratings;

import chorus.events.Form;
import chorus.events.Ints;
import chorus.events.avro.OrderInRound;
import chorus.events.avro.Picks;
import chorus.events.avro.PlatformMemory;
import chorus.events.avro.Round;
import chorus.events.avro.RoundOfWorld;
import chorus.events.avro.WelfareFigures;
import chorus.orders.OrderDecision;
import chorus.ratings.results.AgainstTwin;
import chorus.ratings.results.AgainstTwin.Harmed;
import chorus.ratings.results.Campaign;
import chorus.ratings.results.MemoryOf;
import chorus.ratings.results.PicksOf;
import chorus.ratings.results.PlatformView;
import chorus.ratings.results.RoundResult;
import chorus.ratings.results.RoundRow;
import chorus.ratings.results.Welfare;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The forms of what a round comes to. */
final class RoundForms {
    static final Form<RoundResult, Round> ROUND = new Form<>(Round.class, RoundForms::write, RoundForms::read);
    static final Form<PicksOf, Picks> PICKS = new Form<>(
            Picks.class,
            picks -> new Picks(picks.round(), picks.world(), picks.first(), new Ints(picks.items())),
            record -> new PicksOf(
                    record.getRound(), record.getWorld(), record.getFirst(), Ints.array(record.getItems())));
    static final Form<MemoryOf, PlatformMemory> MEMORY = new Form<>(
            PlatformMemory.class,
            piece -> new PlatformMemory(
                    piece.round(), piece.world(), piece.length(), piece.first(), new Doubles(piece.values())),
            record -> new MemoryOf(
                    record.getRound(),
                    record.getWorld(),
                    record.getLength(),
                    record.getFirst(),
                    Doubles.array(record.getValues())));

    private RoundForms() {}

    private static Round write(RoundResult result) {
        return new Round(
                result.round(),
                result.rows().stream().map(RoundForms::write).toList(),
                result.orders().stream().map(RoundForms::write).toList());
    }

    private static OrderInRound write(OrderDecision decision) {
        var round =
                decision.epoch().isPresent() ? Math.toIntExact(decision.epoch().getAsLong()) : null;
        return new OrderInRound(decision.offset(), round, decision.order(), decision.refused());
    }

    private static RoundOfWorld write(RoundRow row) {
        var record = new RoundOfWorld();
        record.setWorld(row.world());
        write(row.platform(), record);
        write(row.campaign(), record);
        record.setWelfare(write(row.welfare()));
        record.setIdeal(row.ideal());
        record.setTwin(write(row.twin()));
        var against = row.against();
        record.setHarmedMembers(against.harmed().members());
        record.setHarmedMajority(against.harmed().majority());
        record.setHarmedMinority(against.harmed().minority());
        record.setLosing(against.losing());
        record.setLoss(against.loss());
        record.setPareto(against.pareto());
        record.setParetoWithSlack(against.paretoWithSlack());
        return record;
    }

    private static void write(PlatformView view, RoundOfWorld record) {
        record.setPairs(view.pairs());
        record.setObserved(view.observed());
        record.setKept(view.kept());
        record.setTolerance(view.tolerance());
        record.setSingular(view.singular());
        record.setPromised(view.promised());
        record.setResidual(view.residual());
    }

    private static void write(Campaign campaign, RoundOfWorld record) {
        record.setMembers(campaign.members());
        record.setRatings(campaign.ratings());
        record.setCost(campaign.cost());
        record.setBelief(boxed(campaign.belief()));
        record.setEta(boxed(campaign.eta()));
        record.setEtaLow(boxed(campaign.low()));
        record.setEtaHigh(boxed(campaign.high()));
    }

    private static WelfareFigures write(Welfare welfare) {
        return new WelfareFigures(
                welfare.majority(), welfare.minority(), welfare.served(), welfare.minorityRight(), welfare.right());
    }

    private static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static RoundResult read(Round record) {
        return new RoundResult(
                record.getRows().stream()
                        .map(row -> read(record.getRound(), row))
                        .toList(),
                record.getOrders().stream().map(RoundForms::read).toList());
    }

    private static OrderDecision read(OrderInRound record) {
        var round = record.getRound();
        return new OrderDecision(
                record.getOffset(),
                round == null ? OptionalLong.empty() : OptionalLong.of(round),
                record.getOrder(),
                record.getRefused());
    }

    private static RoundRow read(int round, RoundOfWorld record) {
        return new RoundRow(
                round,
                record.getWorld(),
                new PlatformView(
                        record.getPairs(),
                        record.getObserved(),
                        record.getKept(),
                        record.getTolerance(),
                        record.getSingular(),
                        record.getPromised(),
                        record.getResidual()),
                new Campaign(
                        record.getMembers(),
                        record.getRatings(),
                        record.getCost(),
                        number(record.getBelief()),
                        number(record.getEta()),
                        number(record.getEtaLow()),
                        number(record.getEtaHigh())),
                read(record.getWelfare()),
                record.getIdeal(),
                read(record.getTwin()),
                new AgainstTwin(
                        new Harmed(record.getHarmedMembers(), record.getHarmedMajority(), record.getHarmedMinority()),
                        record.getLosing(),
                        record.getLoss(),
                        record.getPareto(),
                        record.getParetoWithSlack()));
    }

    private static Welfare read(WelfareFigures record) {
        return new Welfare(
                record.getMajority(),
                record.getMinority(),
                record.getServed(),
                record.getMinorityRight(),
                record.getRight());
    }

    private static OptionalDouble number(@Nullable Double boxed) {
        return boxed == null ? OptionalDouble.empty() : OptionalDouble.of(boxed);
    }
}
