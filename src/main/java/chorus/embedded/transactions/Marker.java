package chorus.embedded.transactions;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.DefaultHostResolver;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest.TxnMarkerEntry;
import org.apache.kafka.common.requests.WriteTxnMarkersResponse;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * The marker that a coordinator did not write. Kafka's own tool, {@code Admin.abortTransaction}, sends the same request, but can
 * only abort. From transaction version 2 on the leader refuses it where the producer has written since under the marker's epoch,
 * so that no part of a newer transaction is ended. Takes the right ALTER, or CLUSTER_ACTION, on the cluster.
 */
record Marker(OpenTransaction open, Ending ending) {
    private static final int ANSWER_MS = 10_000;

    private TxnMarkerEntry entry() {
        return new TxnMarkerEntry(
                open.producer(),
                (short) ending.epoch(),
                Math.max(0, open.coordinatorEpoch()),
                ending.commits() ? TransactionResult.COMMIT : TransactionResult.ABORT,
                List.of(open.partition()),
                (short) ending.version());
    }

    /**
     * Writes it.
     *
     * @param client how a client reaches the brokers, by Kafka's names
     * @param leader the partition's
     * @throws ApiException what the leader answers: a right that is missing, a newer epoch
     */
    void write(Map<String, Object> client, Node leader) throws IOException {
        var config = new AdminClientConfig(client);
        try (var metrics = new Metrics();
                var network = network(config, metrics)) {
            if (!NetworkClientUtils.awaitReady(network, leader, Time.SYSTEM, ANSWER_MS)) {
                throw new TimeoutException("broker " + leader + " does not answer");
            }
            var request = network.newClientRequest(
                    leader.idString(),
                    new WriteTxnMarkersRequest.Builder(List.of(entry())),
                    Time.SYSTEM.milliseconds(),
                    true);
            var answer = NetworkClientUtils.sendAndReceive(network, request, Time.SYSTEM);
            require((WriteTxnMarkersResponse) answer.responseBody());
        }
    }

    private void require(WriteTxnMarkersResponse answer) {
        var errors = answer.errorsByProducerId().getOrDefault(open.producer(), Map.of());
        var error = errors.get(open.partition());
        if (error == null) {
            throw new IllegalStateException("no answer about " + open.partition());
        }
        error.maybeThrow();
    }

    private static NetworkClient network(AdminClientConfig config, Metrics metrics) {
        return ClientUtils.createNetworkClient(
                config,
                "chorus-markers",
                metrics,
                "chorus-markers",
                new LogContext("[markers] "),
                new ApiVersions(),
                Time.SYSTEM,
                1,
                ANSWER_MS,
                null,
                new ManualMetadataUpdater(),
                new DefaultHostResolver(),
                null,
                null);
    }
}
