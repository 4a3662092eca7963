package io.countersign.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.Quorum;
import io.countersign.execution.RunStatus;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How values look on the wire. */
class JsonMappingTest {

    record Thing(boolean isBuiltin, Instant createdAt, RunStatus status, String none) {
        public String getNothing() {
            return "not a component";
        }
    }

    @Test
    void aRecordIsItsComponentsInSnakeCase() {
        assertEquals(
                "{\"is_builtin\":true,\"created_at\":\"1970-01-01T00:00:00Z\",\"status\":\"timed_out\",\"none\":null}",
                JsonMapping.text(new Thing(true, Instant.EPOCH, RunStatus.TIMED_OUT, null)));
    }

    record Ruled(Quorum quorum) {}

    @Test
    void aQuorumIsWrittenAsItIsRead() {
        String written =
                "{\"quorum\":{\"all\":[{\"role\":\"soc-lead\",\"count\":2},{\"any\":[{\"role\":\"network\",\"count\":1}]}]}}";
        Map<?, ?> read = (Map<?, ?>) JsonMapping.tree(Map.of(
                "all",
                List.of(
                        Map.of("role", "soc-lead", "count", 2),
                        Map.of("any", List.of(Map.of("role", "network", "count", 1))))));
        assertEquals(written, JsonMapping.text(new Ruled(Quorum.parse(read))));
    }

    @Test
    void anUnexpectedFailureShowsNothingOfItsInside() {
        ErrorBody problem = ThrowableMapper.problem(new IllegalStateException("jdbc:h2:secret"));
        String json = new String(problem.json(), StandardCharsets.UTF_8);
        assertEquals(500, problem.status());
        assertFalse(json.contains("secret") || json.contains("Exception"), json);
    }

    @Test
    void aLostDatabaseIsUnavailableAndSaysWhenToComeBack() {
        Throwable lost = new RuntimeException(new SQLException("gone", "08006"));
        assertEquals(503, ThrowableMapper.problem(lost).status());
        assertEquals("5", ThrowableMapper.problem(lost).retryAfter());
    }

    @Test
    void everyContainerStatusHasAnEnvelope() {
        for (int status = 400; status < 600; status++) {
            ErrorBody problem = ErrorBody.forStatus(status);
            assertTrue(problem.status() >= 400 && !problem.message().isBlank());
        }
        assertEquals(Map.of(), ErrorBody.forStatus(418).details());
    }

    @Test
    void whatWasStoredWithHalfAPairIsWrittenAllTheSame() {
        assertEquals("{\"a?\":[\"x?\"]}", JsonMapping.text(Map.of("a\ud800", List.of("x\udc00"))));
    }
}
