package io.countersign.approvals.api;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Guards a business method of a bean: it runs once it was approved, and never otherwise.
 *
 * <p>A {@code SYNC} method holds its caller until the request ends; it throws {@link ToolRefusedException} when that is no
 * approval. An {@code ASYNC} method must return {@code CompletionStage} or {@code CompletableFuture}; its caller gets a future
 * at once that completes after the approval with what the method's own future brings. A {@link SoarContext} among the
 * arguments names the session and waits with the request; the other arguments are what people are shown, and are bound to
 * the approval by their digest.
 *
 * <p>A deployment in which no {@link SoarToolGuard} is enabled is refused, and so is one in which an annotated method could
 * not be intercepted. Only calls through the container are guarded: an object made with {@code new}, or a method called on
 * {@code this}, is outside of it.
 *
 * <p>After a restart of the server call the method again with the same arguments: it takes up the request that was asked
 * then, approved in the meantime or still pending, instead of asking twice.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface SoarTool {

    /** Whether people have to agree. */
    enum Approval {
        REQUIRED,
        /** Asked for as type auto: a policy may agree; without one people have to. */
        AUTO,
        NONE
    }

    /** How the caller waits. */
    enum ExecutionMode {
        SYNC,
        ASYNC
    }

    /** The tool's name; the method's own unless given. */
    @Nonbinding
    String name() default "";

    @Nonbinding
    String description() default "";

    @Nonbinding
    Approval approval() default Approval.REQUIRED;

    @Nonbinding
    ExecutionMode mode() default ExecutionMode.SYNC;

    @Nonbinding
    ApprovalRequest.ApprovalType approvalType() default ApprovalRequest.ApprovalType.MANUAL;

    @Nonbinding
    String actionType() default "";

    /** LOW, MEDIUM, HIGH or CRITICAL. */
    @Nonbinding
    String riskLevel() default "MEDIUM";

    @Nonbinding
    String[] requiredRoles() default {};

    /** For MULTI; 0 otherwise. */
    @Nonbinding
    int requiredApprovers() default 0;

    /** User names, for SINGLE and UNANIMOUS. */
    @Nonbinding
    String[] approvers() default {};

    /** Until the request expires; 0 for the server's default. */
    @Nonbinding
    int approvalTimeoutMinutes() default 0;

    /** How often the tool may run in any hour, counted over all callers and nodes; 0 for any number. */
    @Nonbinding
    int maxExecutionsPerHour() default 0;

    /** How long one execution may take before its caller is given up with {@code TIMED_OUT}; 0 for no limit. */
    @Nonbinding
    int timeoutSeconds() default 0;

    /** How often an execution that throws is tried again. */
    @Nonbinding
    int retries() default 0;

    /** Roles or scopes that the caller must all have. */
    @Nonbinding
    String[] permissions() default {};
}
