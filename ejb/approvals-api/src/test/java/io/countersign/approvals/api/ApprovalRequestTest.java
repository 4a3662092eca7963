package io.countersign.approvals.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.api.ApprovalRequest.ApprovalStatus;
import io.countersign.approvals.api.ApprovalRequest.ApprovalType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalRequestTest {

    private static final Map<String, String> ALIASES = Map.of(
            "toolParameters", "parameters",
            "requestReason", "reason",
            "timeoutMinutes", "approvalTimeout");

    @Test
    void createGivesAFreshPendingRequest() {
        ApprovalRequest one = ApprovalRequest.create("s-1", "block_ip", Map.of("ip", "10.0.0.1"), "traffic");
        ApprovalRequest other = ApprovalRequest.create("s-1", "block_ip", Map.of("ip", "10.0.0.1"), "traffic");
        assertTrue(one.getRequestId().matches("APR-[0-9A-Z]{16}"));
        assertNotEquals(one.getRequestId(), other.getRequestId());
        assertEquals(ApprovalStatus.PENDING, one.getStatus());
        assertEquals("traffic", one.getReason());
    }

    @Test
    void everySetterOfTheBuilderTakesEffect() throws Exception {
        for (Method setter : ApprovalRequest.Builder.class.getMethods()) {
            if (setter.getReturnType() != ApprovalRequest.Builder.class
                    || setter.getName().equals("approval")) {
                continue;
            }
            Object value = sample(setter.getParameterTypes()[0]);
            ApprovalRequest.Builder builder = ApprovalRequest.builder();
            setter.invoke(builder, value);
            String field = ALIASES.getOrDefault(setter.getName(), setter.getName());
            String getter = "get" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
            assertEquals(value, ApprovalRequest.class.getMethod(getter).invoke(builder.build()), setter.getName());
        }
    }

    private static Object sample(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.asList(type.getEnumConstants()).get(3);
        }
        if (type == Integer.class) {
            return 7;
        }
        if (type == Map.class) {
            return Map.of("k", "v");
        }
        if (type == Set.class) {
            return Set.of("x");
        }
        return type == LocalDateTime.class ? LocalDateTime.of(2026, 1, 2, 3, 4) : "CRITICAL";
    }

    @Test
    void aFinishedRequestNeverChanges() {
        for (ApprovalStatus end : ApprovalStatus.values()) {
            ApprovalRequest request = ApprovalRequest.builder().status(end).build();
            if (end == ApprovalStatus.PENDING) {
                request.cancel();
                assertEquals(ApprovalStatus.CANCELLED, request.getStatus());
                continue;
            }
            assertThrows(IllegalStateException.class, () -> request.approve("ann"));
            assertThrows(IllegalStateException.class, () -> request.reject("ann", "no"));
            assertThrows(IllegalStateException.class, request::expire);
            assertThrows(IllegalStateException.class, request::cancel);
            assertThrows(IllegalStateException.class, () -> request.addApproval("ann", null, null, null));
            assertEquals(end, request.getStatus());
        }
    }

    @Test
    void oneApprovalIsNotSeveral() {
        ApprovalRequest multi = ApprovalRequest.builder()
                .approvalType(ApprovalType.MULTI)
                .requiredApprovers(2)
                .requestedBy("rita")
                .build();
        multi.addApproval("ann", "Ann", "approver", null);
        assertEquals(ApprovalStatus.PENDING, multi.getStatus());
        assertThrows(IllegalStateException.class, () -> multi.addApproval("ann", "Ann", "approver", null));
        assertThrows(IllegalStateException.class, () -> multi.addApproval("rita", null, null, null));
        multi.addApproval("bob", null, null, null);
        assertEquals(ApprovalStatus.APPROVED, multi.getStatus());
        ApprovalRequest all = ApprovalRequest.builder()
                .approvalType(ApprovalType.UNANIMOUS)
                .approvers(Set.of("ann", "bob"))
                .build();
        all.addApproval("ann", null, null, null);
        assertEquals(ApprovalStatus.PENDING, all.getStatus());
        all.addApproval("bob", null, null, null);
        assertEquals(ApprovalStatus.APPROVED, all.getStatus());
    }

    @Test
    void aSessionWaitsWhileAnythingIsPending() {
        SoarContext context = new SoarContext("s-1", null, null);
        context.approvalAsked();
        context.approvalAsked();
        context.approvalEnded();
        assertEquals(SoarContext.SessionState.WAITING_APPROVAL, context.getSessionState());
        context.approvalEnded();
        assertEquals(SoarContext.SessionState.ACTIVE, context.getSessionState());
        context.close();
        assertThrows(IllegalStateException.class, context::approvalAsked);
    }

    @Test
    void aRequestTravelsSerialized() throws Exception {
        ApprovalRequest request = ApprovalRequest.create("s-1", "block_ip", Map.of("ip", "10.0.0.1"), "traffic");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(request);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(request.getRequestId(), ((ApprovalRequest) in.readObject()).getRequestId());
        }
    }
}
