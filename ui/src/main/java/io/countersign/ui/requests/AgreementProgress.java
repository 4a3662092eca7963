package io.countersign.ui.requests;

import io.countersign.approvals.RequestView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far the agreement has come, and by which rule.
 *
 * @param given distinct people who approved
 * @param needed how many it takes
 * @param rule the rule in one sentence
 */
public record AgreementProgress(int given, int needed, String rule) {

    /** The tally of a request. */
    public static AgreementProgress of(RequestView request) {
        return new AgreementProgress(request.approvalsGiven(), needed(request), rule(request));
    }

    private static int needed(RequestView request) {
        return switch (request.approvalType()) {
            case AUTO, MANUAL, SINGLE, EMERGENCY -> 1;
            case MULTI -> {
                Integer people = request.requiredApprovers();
                yield people != null ? people : request.quorum() == null ? 2 : places(request.quorum());
            }
            case UNANIMOUS -> Math.max(1, request.approvers().size());
        };
    }

    private static String rule(RequestView request) {
        return switch (request.approvalType()) {
            case AUTO -> "A policy may approve; otherwise one person with " + roles(request) + ".";
            case MANUAL -> "One person with " + roles(request) + " approves.";
            case SINGLE ->
                request.approvers().isEmpty()
                        ? "One person with " + roles(request) + " approves."
                        : (request.approvers().size() == 1 ? "" : "One of ") + String.join(", ", request.approvers())
                                + " approves.";
            case MULTI -> multi(request);
            case UNANIMOUS ->
                (request.approvers().isEmpty()
                                ? "Everyone with " + roles(request)
                                : "Every one of " + String.join(", ", request.approvers()))
                        + " approves; one objection rejects.";
            case EMERGENCY -> "One emergency approver approves; another person reviews it within a day.";
        };
    }

    private static String multi(RequestView request) {
        String rejections = request.requiredRejections() > 1
                ? " " + request.requiredRejections() + " rejections reject."
                : " One rejection rejects.";
        Map<String, Object> quorum = request.quorum();
        return quorum != null
                ? "Different people: " + quorumWords(quorum) + "." + rejections
                : needed(request) + " different people with " + roles(request) + " approve." + rejections;
    }

    private static String roles(RequestView request) {
        List<String> roles = request.requiredRoles();
        if (roles.isEmpty()) {
            return "the role approver";
        }
        return (roles.size() == 1 ? "the role " : "one of the roles ") + String.join(", ", roles);
    }

    private static String quorumWords(Map<?, ?> quorum) {
        if (quorum.get("role") != null) {
            return quorum.get("count") + " with " + quorum.get("role");
        }
        boolean all = quorum.get("all") != null;
        List<String> parts = new ArrayList<>();
        for (Map<?, ?> part : parts(quorum)) {
            parts.add(part.get("role") != null ? quorumWords(part) : "(" + quorumWords(part) + ")");
        }
        return String.join(all ? " and " : " or ", parts);
    }

    private static int places(Map<?, ?> quorum) {
        if (quorum.get("count") instanceof Number count) {
            return count.intValue();
        }
        IntStream places = parts(quorum).stream().mapToInt(AgreementProgress::places);
        return quorum.get("all") != null ? places.sum() : places.min().orElse(1);
    }

    private static List<Map<?, ?>> parts(Map<?, ?> quorum) {
        Object parts = quorum.get("all") != null ? quorum.get("all") : quorum.get("any");
        List<Map<?, ?>> maps = new ArrayList<>();
        if (parts instanceof List<?> list) {
            list.forEach(part -> {
                if (part instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            });
        }
        return maps;
    }

    /** One entry for each person it takes: true where one has approved. */
    public List<Boolean> steps() {
        return IntStream.range(0, Math.min(needed, 12))
                .mapToObj(step -> step < given)
                .toList();
    }

    /** {@code 1 of 2 approvals}. */
    public String words() {
        return given + " of " + needed + (needed == 1 ? " approval" : " approvals");
    }
}
