package chorus.broker;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Campaign;
import chorus.playlist.SomeCampaign;
import chorus.playlist.TrackId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of campaigns, on a broker. */
class AnnouncedTest extends OnABroker {
    @Test
    void campaignsAreKnownByTheirNames() throws InterruptedException {
        var campaign = SomeCampaign.of("lift", List.of(new TrackId(5)), "DirLoF", 45, 2, 9, List.of(new TrackId(3)));
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(PARTITIONS), known)) {
            sink.campaign(campaign);
            known.refresh();
            assertThat(known.campaigns()).containsExactly(campaign);
        }
    }

    @Test
    void ofTwoTellingsOfACampaignTheOneWithEstimatesHoldsWhicheverComesFirst() throws InterruptedException {
        var plain = campaign("plain first", List.of());
        var told = campaign("plain first", List.of(.002));
        var toldFirst = campaign("told first", List.of(.002));
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(PARTITIONS), known)) {
            sink.campaign(plain);
            sink.campaign(told);
            sink.campaign(toldFirst);
            sink.campaign(campaign("told first", List.of()));
            sink.campaign(campaign("told first", List.of(.5)));
            known.refresh();
            assertThat(known.campaigns()).containsExactly(told, toldFirst);
        }
    }

    private static Campaign campaign(String name, List<Double> estimates) {
        return new Campaign(
                name, List.of(new TrackId(5)), "DirLoF", 45, 2, 9, List.of(new TrackId(3)), List.of(1), estimates);
    }
}
