package io.countersign.approvals.api;

import jakarta.interceptor.InvocationContext;

/**
 * An interceptor that asks for approval before a {@link SoarTool} method runs. A deployment with such methods and without an
 * enabled guard is refused; a call that reaches its method without {@link #markPassed} is refused by a last interceptor.
 *
 * <p>Implemented by Countersign itself and by its client libraries. An application that implements it takes over the promise
 * of {@link SoarTool}: the method runs once after an approval, and never otherwise.
 */
public interface SoarToolGuard {

    /** Says that this invocation may run its method; called by a guard just before it proceeds. */
    static void markPassed(InvocationContext invocation) {
        invocation.getContextData().put(SoarToolGuard.class.getName(), Boolean.TRUE);
    }

    /** Whether a guard has let this invocation pass. */
    static boolean hasPassed(InvocationContext invocation) {
        return Boolean.TRUE.equals(invocation.getContextData().get(SoarToolGuard.class.getName()));
    }
}
