package io.countersign.approvals.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalSettings;
import io.countersign.approvals.ApprovalsFixture;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.api.SoarContext;
import io.countersign.approvals.api.SoarTool;
import io.countersign.approvals.api.ToolRefusedException;
import io.countersign.approvals.api.ToolRefusedException.Reason;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoarToolInterceptorTest {

    private final ApprovalsFixture house = new ApprovalsFixture();
    private final Tools tools = new Tools();

    /** What is guarded. */
    static class Tools {
        final List<String> ran = new ArrayList<>();

        @SoarTool(name = "isolate_host")
        public String isolate(SoarContext context, String host) {
            ran.add(host);
            return "isolated " + host;
        }

        @SoarTool
        public String block(Map<String, Object> rule) {
            ran.add(String.valueOf(rule));
            return "blocked";
        }

        @SoarTool(approval = SoarTool.Approval.NONE, maxExecutionsPerHour = 2)
        public String lookUp(String host) {
            ran.add(host);
            return host;
        }

        @SoarTool(approval = SoarTool.Approval.NONE, permissions = "soc-lead")
        public String wipe(String host) {
            ran.add(host);
            return host;
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    private SoarToolInterceptor guard(ApprovalsFixture in) {
        return new SoarToolInterceptor(in.approvals, in.platform, in.identity, in.toolRuns, new ToolExecution(null));
    }

    private Object call(ApprovalsFixture in, String method, Object... arguments) throws Exception {
        return guard(in).guard(new Call(tools, method, arguments));
    }

    private CompletableFuture<Object> calling(ApprovalsFixture in, SoarContext context) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return call(in, "isolate", context, "h-1");
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    private RequestView pending() throws InterruptedException {
        for (; ; ) {
            List<RequestView> items =
                    house.list(RequestQuery.pending(), house.human("ann")).items();
            if (!items.isEmpty()) {
                return items.get(0);
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void theMethodRunsOnceAfterApproval() throws Exception {
        SoarContext context = new SoarContext("s-1", null, null);
        CompletableFuture<Object> call = calling(house, context);
        RequestView asked = pending();
        assertEquals(Map.of("host", "h-1"), asked.parameters());
        assertEquals(List.of(), tools.ran);
        house.approve(asked.uuid(), "ann");
        assertEquals("isolated h-1", call.get());
        assertEquals(List.of("h-1"), tools.ran);
        assertEquals(SoarContext.SessionState.ACTIVE, context.getSessionState());
    }

    @Test
    void theMethodNeverRunsWhenRejected() throws Exception {
        CompletableFuture<Object> call = calling(house, new SoarContext("s-1", null, null));
        house.reject(pending().uuid(), "ann", "no");
        CompletionException failure = assertThrows(CompletionException.class, call::join);
        assertEquals(Reason.NOT_APPROVED, ((ToolRefusedException) failure.getCause()).reason());
        assertEquals(List.of(), tools.ran);
    }

    @Test
    void afterARestartTheSameCallTakesUpItsApprovalOnce() throws Exception {
        CompletableFuture<Object> lost = calling(house, new SoarContext("s-1", null, null));
        UUID id = pending().uuid();
        // its context waits and so does its thread: else it would see the approval before the server is gone
        house.untilWaitedFor(2);
        ApprovalsFixture restarted = new ApprovalsFixture(house.tables, new ApprovalSettings(3600));
        assertEquals(ToolRuns.Begin.GO, restarted.toolRuns.begin("other", null, 0));
        restarted.approve(id, "ann");
        assertEquals("isolated h-1", call(restarted, "isolate", new SoarContext("s-1", null, null), "h-1"));
        assertEquals(ToolRuns.Begin.DONE_BEFORE, restarted.toolRuns.begin("isolate_host", id, 0));
        // the call that was lost with the first server finds its approval used
        house.in(() -> house.approvals.whenDecided(id, () -> {}));
        assertThrows(CompletionException.class, lost::join);
        assertEquals(List.of("h-1"), tools.ran);
    }

    @Test
    void argumentsThatTheirCallerChangesAfterwardsWereNotAgreedTo() throws Exception {
        Map<String, Object> rule = new HashMap<>(Map.of("host", "h-1"));
        CompletableFuture<Object> call = CompletableFuture.supplyAsync(() -> {
            try {
                return call(house, "block", rule);
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        UUID asked = pending().uuid();
        rule.put("host", "domain-controller");
        house.approve(asked, "ann");
        CompletionException failure = assertThrows(CompletionException.class, call::join);
        assertEquals(Reason.NOT_APPROVED, ((ToolRefusedException) failure.getCause()).reason());
        assertEquals(List.of(), tools.ran);
    }

    /** Another tool that happens to be called the same. */
    static class OtherTools extends Tools {
        @Override
        @SoarTool(name = "isolate_host")
        public String isolate(SoarContext context, String host) {
            return "wiped " + super.isolate(context, host);
        }
    }

    @Test
    void anApprovalOfAMethodIsNotTakenUpByAnotherOfTheSameName() throws Exception {
        calling(house, new SoarContext("s-1", null, null));
        UUID asked = pending().uuid();
        ApprovalsFixture restarted = new ApprovalsFixture(house.tables, new ApprovalSettings(3600));
        restarted.approve(asked, "ann");
        OtherTools other = new OtherTools();
        CompletableFuture.runAsync(() -> {
            try {
                guard(restarted)
                        .guard(new Call(other, "isolate", new Object[] {new SoarContext("s-1", null, null), "h-1"}));
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        while (restarted.list(RequestQuery.all(), restarted.human("ann")).total() < 2) {
            assertEquals(List.of(), other.ran);
        }
        assertEquals(List.of(), other.ran);
    }

    /** The same tool, after its author has asked for more agreement. */
    static class StricterTools extends Tools {
        @Override
        @SoarTool(
                name = "isolate_host",
                approvalType = io.countersign.approvals.api.ApprovalRequest.ApprovalType.MULTI,
                requiredApprovers = 2,
                requiredRoles = "approver")
        public String isolate(SoarContext context, String host) {
            return super.isolate(context, host);
        }
    }

    @Test
    void anApprovalUnderAnOlderAnnotationIsNotTakenUp() throws Exception {
        calling(house, new SoarContext("s-1", null, null));
        UUID old = pending().uuid();
        ApprovalsFixture restarted = new ApprovalsFixture(house.tables, new ApprovalSettings(3600));
        restarted.in(() -> restarted.toolRuns.begin("other", null, 0));
        StricterTools stricter = new StricterTools();
        CompletableFuture<Object> call = CompletableFuture.supplyAsync(() -> {
            try {
                return guard(restarted)
                        .guard(new Call(stricter, "isolate", new Object[] {new SoarContext("s-1", null, null), "h-1"}));
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        RequestView asked = null;
        while (asked == null) {
            asked = restarted.list(RequestQuery.pending(), restarted.human("ann")).items().stream()
                    .filter(view -> !view.uuid().equals(old))
                    .findFirst()
                    .orElse(null);
            Thread.onSpinWait();
        }
        restarted.approve(asked.uuid(), "ann");
        assertEquals(List.of(), stricter.ran);
        restarted.approve(asked.uuid(), "bob");
        assertEquals("isolated h-1", call.get());
    }

    @Test
    void aPermittedCallPermitsNoOther() throws Exception {
        Method permitted = Tools.class.getMethod("lookUp", String.class);
        ToolExecution.grant(permitted);
        assertFalse(ToolExecution.isGranted(Tools.class.getMethod("wipe", String.class)));
        assertTrue(ToolExecution.isGranted(permitted));
        assertFalse(ToolExecution.isGranted(permitted));
    }

    @Test
    void theHourlyLimitHolds() throws Exception {
        call(house, "lookUp", "a");
        call(house, "lookUp", "b");
        ToolRefusedException refused = assertThrows(ToolRefusedException.class, () -> call(house, "lookUp", "c"));
        assertEquals(Reason.TOO_MANY_EXECUTIONS, refused.reason());
        assertEquals(List.of("a", "b"), tools.ran);
        house.pass(Duration.ofHours(1));
        call(house, "lookUp", "c");
        assertEquals(3, tools.ran.size());
    }

    @Test
    void permissionsAreTheCallers() throws Exception {
        assertThrows(ToolRefusedException.class, () -> call(house, "wipe", "a"));
        house.loggedIn = "lea";
        call(house, "wipe", "a");
        assertEquals(List.of("a"), tools.ran);
    }

    /** An invocation as a container makes it. */
    private record Call(Object target, String name, Object[] arguments, Map<String, Object> contextData)
            implements InvocationContext {

        Call(Object target, String name, Object[] arguments) {
            this(target, name, arguments, new HashMap<>());
        }

        @Override
        public Object getTarget() {
            return target;
        }

        @Override
        public Object getTimer() {
            return null;
        }

        @Override
        public Method getMethod() {
            return Arrays.stream(target.getClass().getMethods())
                    .filter(method -> method.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public Constructor<?> getConstructor() {
            return null;
        }

        @Override
        public Object[] getParameters() {
            return arguments;
        }

        @Override
        public void setParameters(Object[] parameters) {
            throw new UnsupportedOperationException("arguments stay as approved");
        }

        @Override
        public Map<String, Object> getContextData() {
            return contextData;
        }

        @Override
        public Object proceed() throws Exception {
            return getMethod().invoke(target, arguments);
        }
    }
}
