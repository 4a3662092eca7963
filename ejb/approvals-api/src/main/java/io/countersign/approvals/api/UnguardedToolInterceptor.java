package io.countersign.approvals.api;

import io.countersign.approvals.api.ToolRefusedException.Reason;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The last interceptor of every {@link SoarTool} method: refuses a call that no {@link SoarToolGuard} has let pass. It is what
 * remains where a container does not run the check at deployment.
 */
@Interceptor
@SoarTool
@Priority(Interceptor.Priority.PLATFORM_AFTER + 999)
public class UnguardedToolInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    @AroundInvoke
    @Nullable
    Object refuseUnguarded(InvocationContext invocation) throws Exception {
        if (!SoarToolGuard.hasPassed(invocation)) {
            throw new ToolRefusedException(Reason.NOT_GUARDED, null, SoarToolExtension.noGuard(invocation.getMethod()));
        }
        return invocation.proceed();
    }
}
