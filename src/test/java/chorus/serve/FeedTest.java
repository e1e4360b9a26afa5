package chorus.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final long AT_ONCE = 0;

    private final Feed feed = new Feed("a1", new Feed.Limits(3, 2, 2), () -> "{}");

    @Test
    void aNewReaderHasTheRunThenWhatIsKeptThenWhatComes() throws InterruptedException {
        publish(1, 2);
        var reader = feed.read("").orElseThrow();
        publish(3);
        assertThat(all(reader)).containsExactly("run", "a1-1", "a1-2", "a1-3");
    }

    @Test
    void onlyTheNewestAreKept() throws InterruptedException {
        publish(1, 2, 3, 4, 5);
        assertThat(all(feed.read("").orElseThrow())).containsExactly("run", "a1-3", "a1-4", "a1-5");
    }

    @Test
    void whoComesBackGoesOnAfterWhatTheyHaveRead() throws InterruptedException {
        publish(1, 2, 3);
        assertThat(all(feed.read("a1-1").orElseThrow())).containsExactly("a1-2", "a1-3");
        assertThat(all(feed.read("a1-3").orElseThrow())).isEmpty();
    }

    @Test
    void whoComesBackTooLateOrFromAnotherLifeBeginsAnew() throws InterruptedException {
        publish(1, 2, 3, 4, 5);
        assertThat(all(feed.read("a1-1").orElseThrow())).startsWith("run", "a1-3");
        assertThat(all(feed.read("b7-4").orElseThrow())).startsWith("run", "a1-3");
    }

    @Test
    void anIdThatNobodyGaveBeginsAnew() throws InterruptedException {
        publish(1, 2);
        for (var id : List.of("a1-9", "a1--1", "a1-", "a1-99999999999999999999", "a1-0")) {
            var reader = feed.read(id).orElseThrow();
            assertThat(all(reader)).as(id).startsWith("run", "a1-1");
            reader.leave();
        }
    }

    @Test
    void aReaderWhoIsTooFarBehindIsDroppedWithAWordAndNobodyElseIs() throws InterruptedException {
        var slow = feed.read("").orElseThrow();
        var quick = feed.read("").orElseThrow();
        // room for the run and two more
        publish(1, 2);
        assertThat(all(quick)).containsExactly("run", "a1-1", "a1-2");
        publish(3);
        assertThat(slow.take(AT_ONCE)).isSameAs(Reader.DROPPED);
        assertThat(all(quick)).containsExactly("a1-3");
        assertThat(feed.read("a1-1")).as("the slow one has made room").isPresent();
    }

    @Test
    void ofTheMomentOnlyTheNewestWaitsAndItHasNoId() throws InterruptedException {
        var reader = feed.read("").orElseThrow();
        feed.show("moment", "1");
        feed.show("moment", "2");
        publish(1);
        feed.show("moment", "3");
        assertThat(reader.take(AT_ONCE).kind()).isEqualTo("run");
        assertThat(reader.take(AT_ONCE)).isEqualTo(new Event("", "moment", "3"));
        assertThat(reader.take(AT_ONCE).id()).isEqualTo("a1-1");
        assertThat(reader.take(AT_ONCE)).isSameAs(Reader.IDLE);
        assertThat(all(feed.read("").orElseThrow())).containsExactly("run", "a1-1");
    }

    @Test
    void thereAreNoMoreReadersThanThereMayBe() {
        var first = feed.read("").orElseThrow();
        assertThat(feed.read("")).isPresent();
        assertThat(feed.read("")).isEmpty();
        first.leave();
        assertThat(feed.read("")).isPresent();
    }

    @Test
    void atTheEndReadersReadWhatTheyHaveAndThatItIsOver() throws InterruptedException {
        var reader = feed.read("").orElseThrow();
        publish(1);
        var closing = Thread.ofVirtual().start(feed::close);
        assertThat(reader.take(1000).kind()).isEqualTo("run");
        assertThat(reader.take(1000).id()).isEqualTo("a1-1");
        assertThat(reader.take(1000)).isSameAs(Reader.ENDED);
        reader.leave();
        closing.join();
        assertThat(feed.read("")).isEmpty();
    }

    @Test
    void dataOfSeveralLinesWouldBeTornApart() {
        assertThatThrownBy(() -> feed.publish("generation", "{\n}")).isInstanceOf(IllegalArgumentException.class);
    }

    private void publish(int... numbers) {
        for (var number : numbers) {
            feed.publish("generation", Integer.toString(number));
        }
    }

    /** Ids of all that waits, or kinds where there is none. */
    private static List<String> all(Reader reader) throws InterruptedException {
        var all = new ArrayList<String>();
        for (var event = reader.take(AT_ONCE); !event.equals(Reader.IDLE); event = reader.take(AT_ONCE)) {
            all.add(event.id().isEmpty() ? event.kind() : event.id());
        }
        return all;
    }
}
