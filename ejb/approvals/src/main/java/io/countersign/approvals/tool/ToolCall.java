package io.countersign.approvals.tool;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Rule;
import io.countersign.approvals.api.SoarContext;
import io.countersign.approvals.api.SoarTool;
import io.countersign.approvals.submission.AgreementDigest;
import io.countersign.approvals.submission.RequestRevision;
import io.countersign.kernel.CanonicalJson;
import io.countersign.security.Actor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of a guarded method: what it is, and what people are shown of it.
 *
 * @param context the session among the arguments, or one of the call's own
 * @param parameters every other argument by name
 */
record ToolCall(SoarTool tool, Method method, SoarContext context, Map<String, Object> parameters) {

    static ToolCall of(Method method, @Nullable Object[] arguments, Class<?> bean) {
        SoarTool tool = tool(method, bean);
        SoarContext context = Arrays.stream(arguments)
                .filter(SoarContext.class::isInstance)
                .map(SoarContext.class::cast)
                .reduce((first, last) -> last)
                .orElseGet(() -> new SoarContext("call-of-" + name(tool, method), null, null));
        return new ToolCall(tool, method, context, parameters(method, arguments));
    }

    private static Map<String, Object> parameters(Method method, @Nullable Object[] arguments) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Parameter[] declared = method.getParameters();
        for (int i = 0; i < declared.length; i++) {
            if (!(arguments[i] instanceof SoarContext)) {
                parameters.put(declared[i].getName(), plain(declared[i], arguments[i]));
            }
        }
        return parameters;
    }

    private static SoarTool tool(Method method, Class<?> bean) {
        SoarTool tool = method.getAnnotation(SoarTool.class);
        for (Class<?> type = bean; tool == null && type != null; type = type.getSuperclass()) {
            tool = type.getAnnotation(SoarTool.class);
        }
        if (tool == null) {
            throw new IllegalStateException(method + " is guarded but carries no @SoarTool");
        }
        return tool;
    }

    /** What cannot be spelled as JSON cannot be shown, and so cannot be agreed to. */
    private static @Nullable Object plain(Parameter parameter, @Nullable Object value) {
        try {
            return CanonicalJson.parse(CanonicalJson.of(value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "argument " + parameter.getName() + " of a guarded tool cannot be shown to approvers: "
                            + e.getMessage(),
                    e);
        }
    }

    private static String name(SoarTool tool, Method method) {
        return tool.name().isBlank() ? method.getName() : tool.name();
    }

    String name() {
        return name(tool, method);
    }

    boolean returnsFuture() {
        return method.getReturnType().isAssignableFrom(CompletableFuture.class)
                && method.getReturnType() != Object.class;
    }

    Map<String, Object> arguments() {
        return Map.of("parameters", parameters);
    }

    ApprovalRequestSpec ask(Actor by) {
        String description = tool.description().isBlank() ? name() : tool.description();
        return ApprovalRequestSpec.tool(name(), by)
                .action(tool.actionType().isBlank() ? null : tool.actionType(), description)
                .arguments(arguments())
                .reason(description)
                .riskLevel(PlatformRequests.risk(tool.riskLevel()))
                .rule(rule())
                .declared()
                .timeoutSeconds(
                        tool.approvalTimeoutMinutes() > 0 ? Integer.valueOf(tool.approvalTimeoutMinutes() * 60) : null)
                .organizationId(context.getOrganizationId())
                .sessionId(context.getSessionId())
                .incidentId(context.getIncidentId())
                .triggerContext(mark())
                .build();
    }

    /**
     * Marks requests of guarded methods, so that only those are taken up after a restart, by a call of the very method that
     * asked, and only while the annotation asks for the same agreement as it did then.
     */
    Map<String, Object> mark() {
        String types =
                Arrays.stream(method.getParameterTypes()).map(Class::getName).collect(Collectors.joining(","));
        return Map.of(
                "soar_tool",
                method.getDeclaringClass().getName() + "." + method.getName() + "(" + types + ")",
                RequestRevision.FIXED,
                true,
                AgreementDigest.DIGEST,
                AgreementDigest.sha256(rule(), PlatformRequests.risk(tool.riskLevel())));
    }

    /** Whether the arguments, which their caller may still hold, are what they were when people were asked. */
    boolean isUnchanged(@Nullable Object[] arguments) {
        return parameters(method, arguments).equals(parameters);
    }

    private Rule rule() {
        Integer people = tool.requiredApprovers() > 0 ? Integer.valueOf(tool.requiredApprovers()) : null;
        ApprovalType type = tool.approval() == SoarTool.Approval.AUTO
                ? ApprovalType.AUTO
                : ApprovalType.valueOf(tool.approvalType().name());
        return new Rule(type, List.of(tool.requiredRoles()), people, 1, List.of(tool.approvers()), null);
    }
}
