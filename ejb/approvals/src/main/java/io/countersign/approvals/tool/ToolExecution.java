package io.countersign.approvals.tool;

import io.countersign.approvals.api.SoarTool;
import io.countersign.approvals.api.SoarToolGuard;
import io.countersign.approvals.api.ToolRefusedException;
import io.countersign.approvals.api.ToolRefusedException.Reason;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Carries a permitted call out. On the caller's own thread it just proceeds; on another one (a future, or a limited time) the
 * bean is called afresh through the container, since an invocation's own surroundings (instance, transaction, security) end
 * with its thread.
 */
@Dependent
class ToolExecution {

    private static final ThreadLocal<Method> GRANTED = new ThreadLocal<>();

    private final BeanManager beans;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private @Nullable ManagedExecutorService executor;

    @Inject
    ToolExecution(BeanManager beans) {
        this.beans = beans;
    }

    /** True once, on the thread whose call of this very method has been permitted already. */
    static boolean isGranted(Method method) {
        boolean granted = isSame(method, GRANTED.get());
        if (granted) {
            GRANTED.remove();
        }
        return granted;
    }

    /** Permits the next call of that method on this thread, and of no other that may come first. */
    static void grant(Method method) {
        GRANTED.set(method);
    }

    /** The container may name the class or what it has put around it. */
    private static boolean isSame(Method method, @Nullable Method permitted) {
        return permitted != null
                && method.getName().equals(permitted.getName())
                && Arrays.equals(method.getParameterTypes(), permitted.getParameterTypes())
                && (method.getDeclaringClass().isAssignableFrom(permitted.getDeclaringClass())
                        || permitted.getDeclaringClass().isAssignableFrom(method.getDeclaringClass()));
    }

    /**
     * A call, noted while it is under way: once an asynchronous call has returned to its caller, the container has emptied
     * its invocation.
     */
    record Noted(
            InvocationContext invocation,
            Method method,
            @Nullable Object[] arguments,
            @Nullable BeanTarget callee) {}

    /** Notes a call; refused when it would have to be made afresh and nobody knows the bean to call. */
    Noted note(SoarTool tool, InvocationContext invocation) {
        Class<?> written = beanClass(invocation.getTarget().getClass());
        BeanTarget callee = proceeds(tool)
                ? null
                : BeanTarget.of(beans, written)
                        .orElseThrow(() -> new IllegalStateException(invocation.getMethod()
                                + " is called on another thread, so " + written.getName()
                                + " must be a bean that its own caller's module can look up"));
        return new Noted(
                invocation, invocation.getMethod(), invocation.getParameters().clone(), callee);
    }

    /** Whether the call goes on where it is: on the caller's thread, once. */
    private static boolean proceeds(SoarTool tool) {
        return tool.timeoutSeconds() <= 0 && tool.retries() <= 0 && tool.mode() == SoarTool.ExecutionMode.SYNC;
    }

    @Nullable
    Object run(SoarTool tool, Noted call) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return once(tool, call);
            } catch (ToolRefusedException e) {
                throw e;
            } catch (Exception e) {
                if (tries >= tool.retries()) {
                    throw e;
                }
            }
        }
    }

    private @Nullable Object once(SoarTool tool, Noted call) throws Exception {
        BeanTarget callee = call.callee();
        if (callee == null) {
            SoarToolGuard.markPassed(call.invocation());
            return call.invocation().proceed();
        }
        if (tool.timeoutSeconds() <= 0) {
            return afresh(callee, call);
        }
        Future<Object> running = executor().submit(() -> afresh(callee, call));
        try {
            return running.get(tool.timeoutSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new ToolRefusedException(
                    Reason.TIMED_OUT, null, "It did not end within " + tool.timeoutSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** What completes the answer, on another thread than the one that wakes it. */
    Runnable prepared(CompletableFuture<Object> answer, Callable<@Nullable Object> work) {
        return () -> executor().execute(() -> complete(answer, work));
    }

    private static void complete(CompletableFuture<Object> answer, Callable<@Nullable Object> work) {
        try {
            if (work.call() instanceof CompletionStage<?> stage) {
                stage.whenComplete((value, failure) -> {
                    if (failure == null) {
                        answer.complete(value);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
            } else {
                answer.complete(null);
            }
        } catch (Exception e) {
            answer.completeExceptionally(e);
        }
    }

    private static @Nullable Object afresh(BeanTarget callee, Noted call) throws Exception {
        grant(call.method());
        try {
            return callee.call(call.method(), call.arguments());
        } finally {
            GRANTED.remove();
        }
    }

    /** The class as its author wrote it, below what the container puts around it. */
    private static Class<?> beanClass(Class<?> type) {
        Class<?> written = type;
        while (written.isSynthetic()
                || written.getName().contains("$$")
                || written.getName().contains("$Proxy$")) {
            written = written.getSuperclass();
        }
        return written;
    }

    private ManagedExecutorService executor() {
        if (executor == null) {
            throw new IllegalStateException("the container gave no executor");
        }
        return executor;
    }
}
