package io.countersign.approvals.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.ArrayList;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A deployment in which a guarded method would run unasked is refused, in the container that the server has too. */
class SoarToolExtensionTest {

    private static final List<String> RAN = new ArrayList<>();

    @AfterEach
    void forget() {
        RAN.clear();
    }

    private static Weld archive(Class<?>... beans) {
        return new Weld()
                .disableDiscovery()
                .addExtension(new SoarToolExtension())
                .beanClasses(beans)
                .addBeanClass(UnguardedToolInterceptor.class);
    }

    private static String refusal(Class<?>... beans) {
        Exception refused =
                assertThrows(Exception.class, () -> archive(beans).initialize().close());
        return String.valueOf(refused.getMessage());
    }

    @Test
    void aDeploymentWithoutGuardIsRefused() {
        assertTrue(
                refusal(Isolation.class)
                        .contains("@SoarTool on " + Isolation.class.getName()
                                + ".isolate has no guard here; add countersign-approvals-client"),
                () -> refusal(Isolation.class));
    }

    @Test
    void aTypeWithTheAnnotationIsRefusedForEachOfItsMethods() {
        String refusal = refusal(WholeType.class);
        assertTrue(refusal.contains("WholeType.first has no guard"), refusal);
        assertTrue(refusal.contains("WholeType.second has no guard"), refusal);
    }

    @Test
    void aSubclassInheritsTheRefusal() {
        String refusal = refusal(Inheriting.class);
        assertTrue(refusal.contains("Isolation.isolate has no guard"), refusal);
        String ofType = refusal(InheritingType.class);
        assertTrue(ofType.contains("WholeType.first has no guard"), ofType);
    }

    @Test
    void anotherInterceptorOfTheAnnotationIsNoGuard() {
        assertTrue(refusal(Isolation.class, OnlyLogs.class).contains("has no guard here"));
    }

    @Test
    void withAGuardTheMethodRunsThroughIt() {
        try (WeldContainer container = archive(Isolation.class, Asks.class).initialize()) {
            assertEquals("done", container.select(Isolation.class).get().isolate("h-1"));
        }
        assertEquals(List.of("asked", "isolated h-1"), RAN);
    }

    @Test
    void aGuardThatLetsNothingPassIsNotWalkedAround() {
        try (WeldContainer container = archive(Isolation.class, Forgets.class).initialize()) {
            Isolation isolation = container.select(Isolation.class).get();
            ToolRefusedException refused = assertThrows(ToolRefusedException.class, () -> isolation.isolate("h-1"));
            assertEquals(ToolRefusedException.Reason.NOT_GUARDED, refused.reason());
        }
        assertEquals(List.of(), RAN);
    }

    @Test
    void whereTheCheckDoesNotRunTheCallIsRefused() {
        Weld unchecked = new Weld().disableDiscovery().beanClasses(Isolation.class, UnguardedToolInterceptor.class);
        try (WeldContainer container = unchecked.initialize()) {
            Isolation isolation = container.select(Isolation.class).get();
            ToolRefusedException refused = assertThrows(ToolRefusedException.class, () -> isolation.isolate("h-1"));
            assertTrue(String.valueOf(refused.getMessage()).contains("add countersign-approvals-client"));
        }
        assertEquals(List.of(), RAN);
    }

    @Test
    void aMethodThatCannotBeInterceptedIsRefusedBesideAGuardToo() {
        String refusal = refusal(Hidden.class, Asks.class);
        for (String method : List.of("Hidden.own", "Hidden.shared")) {
            assertTrue(refusal.contains(method + " has no effect: a private, static or final method"), refusal);
        }
    }

    @Test
    void anAnnotationOnAnInterfaceOnlyIsRefused() {
        String refusal = refusal(Implementing.class, Asks.class);
        assertTrue(refusal.contains("annotate the method of the class"), refusal);
    }

    @Test
    void anAnnotatedClassThatIsNoBeanIsRefused() {
        String refusal = refusal(NoBean.class, Asks.class);
        assertTrue(refusal.contains("the class is no bean"), refusal);
    }

    @Test
    void whereNothingIsAnnotatedNothingIsRefused() {
        archive(Plain.class).initialize().close();
    }

    @ApplicationScoped
    static class Plain {}

    @ApplicationScoped
    static class Isolation {
        @SoarTool
        String isolate(String host) {
            RAN.add("isolated " + host);
            return "done";
        }
    }

    @ApplicationScoped
    static class Inheriting extends Isolation {}

    @ApplicationScoped
    @SoarTool
    static class WholeType {
        public void first() {}

        public void second() {}
    }

    @ApplicationScoped
    static class InheritingType extends WholeType {}

    @ApplicationScoped
    static class Hidden {
        @SoarTool
        private void own() {}

        @SoarTool
        static void shared() {}

        void calls() {
            own();
        }
    }

    interface Declared {
        @SoarTool
        void act();
    }

    @ApplicationScoped
    static class Implementing implements Declared {
        @Override
        public void act() {}
    }

    static class NoBean {
        private final String host;

        NoBean(String host) {
            this.host = host;
        }

        @SoarTool
        String host() {
            return host;
        }
    }

    @Interceptor
    @SoarTool
    @Priority(Interceptor.Priority.APPLICATION)
    static class OnlyLogs {
        @AroundInvoke
        Object log(InvocationContext invocation) throws Exception {
            return invocation.proceed();
        }
    }

    @Interceptor
    @SoarTool
    @Priority(Interceptor.Priority.LIBRARY_BEFORE)
    static class Asks implements SoarToolGuard {
        @AroundInvoke
        Object ask(InvocationContext invocation) throws Exception {
            RAN.add("asked");
            SoarToolGuard.markPassed(invocation);
            return invocation.proceed();
        }
    }

    @Interceptor
    @SoarTool
    @Priority(Interceptor.Priority.LIBRARY_BEFORE)
    static class Forgets implements SoarToolGuard {
        @AroundInvoke
        Object proceed(InvocationContext invocation) throws Exception {
            return invocation.proceed();
        }
    }
}
