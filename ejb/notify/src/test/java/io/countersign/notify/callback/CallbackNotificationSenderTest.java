package io.countersign.notify.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.execution.ServerHttpCall;
import io.countersign.execution.ServerHttpCalls;
import io.countersign.kernel.HmacSha256;
import io.countersign.notify.Callbacks;
import io.countersign.notify.Fakes;
import io.countersign.notify.NotificationType;
import io.countersign.notify.Notifier;
import io.countersign.notify.Requests;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.DeliveryResult;
import io.countersign.security.DerivedSecrets;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbackNotificationSenderTest {
    private final Fakes.HandClock clock = new Fakes.HandClock();
    private final Callbacks callbacks = new Callbacks(new Secrets(), new Approvals());
    private final Line line = new Line();
    private final CallbackNotificationSender courier = new CallbackNotificationSender(line, callbacks, clock);
    private final RequestView ended = Requests.withCallback("https://caller.example/hook");

    @Test
    void theRecordIsSignedWithTheSecretThatItsAskerWasShown() {
        Delivery one = deliveryOf(ended);
        assertInstanceOf(DeliveryResult.Delivered.class, courier.deliver(one, ended));

        String timestamp = line.headers.get("X-Countersign-Timestamp");
        byte[] key = new Secrets().of("callback:" + ended.uuid()).getBytes(StandardCharsets.UTF_8);
        byte[] mac = HmacSha256.of(key, (timestamp + "." + line.body).getBytes(StandardCharsets.UTF_8));
        assertEquals("v1=" + HexFormat.of().formatHex(mac), line.headers.get("X-Countersign-Signature"));
    }

    @Test
    void theRecordHasTheNamesOfTheContract() {
        courier.deliver(deliveryOf(ended), ended);
        for (String field :
                new String[] {"request_id", "arguments_sha256", "approvals_given", "expires_at", "run_uuid"}) {
            assertTrue(line.body.contains("\"" + field + "\":"), field + " in " + line.body);
        }
        assertTrue(line.body.contains("\"status\":\"approved\""), line.body);
        assertTrue(line.body.contains("\"decision\":\"approve\""), line.body);
        assertFalse(line.body.contains("\"etag\""), line.body);
    }

    @Test
    void aRefusedAddressIsADeadLetterAndAFailingOneIsTriedAgain() {
        line.answer = new ServerHttpCall.Refused("a private address");
        assertInstanceOf(DeliveryResult.PermanentFailure.class, courier.deliver(deliveryOf(ended), ended));
        line.answer = new ServerHttpCall.Unanswered("no answer");
        assertInstanceOf(DeliveryResult.Failed.class, courier.deliver(deliveryOf(ended), ended));
        for (int status : new int[] {500, 429, 404, 401}) {
            line.answer = new ServerHttpCall.Answered(status);
            assertInstanceOf(DeliveryResult.Failed.class, courier.deliver(deliveryOf(ended), ended), "HTTP " + status);
        }
        for (int status : new int[] {400, 410, 413, 422}) {
            line.answer = new ServerHttpCall.Answered(status);
            assertInstanceOf(
                    DeliveryResult.PermanentFailure.class, courier.deliver(deliveryOf(ended), ended), "HTTP " + status);
        }
    }

    private Delivery deliveryOf(RequestView request) {
        Delivery news = Delivery.toAll(Notifier.CALLBACK, NotificationType.CLOSED, request.uuid(), clock.instant());
        return courier.spread(news, request).get(0);
    }

    /** The way out, as far as this module sees it. */
    private static final class Line extends ServerHttpCalls {
        private Map<String, String> headers = Map.of();
        private String body = "";
        private ServerHttpCall answer = new ServerHttpCall.Answered(204);

        @Override
        public ServerHttpCall post(String url, Map<String, String> headers, byte[] json) {
            this.headers = headers;
            this.body = new String(json, StandardCharsets.UTF_8);
            return answer;
        }
    }

    private static final class Secrets extends DerivedSecrets {
        @Override
        public String of(String purpose) {
            return "secret for " + purpose;
        }
    }
}
