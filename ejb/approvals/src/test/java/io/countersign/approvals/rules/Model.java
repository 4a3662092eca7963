package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table of agreeing once more, as plainly as can be and sharing nothing with the rules: sets, loops, and trying every
 * seating.
 */
final class Model {

    /** The world of one example. Quorum: a list of alternatives, each a list of places. */
    record World(
            ApprovalType type,
            Map<String, Set<String>> rolesOf,
            String requester,
            String keyMaker,
            Set<String> editors,
            boolean risky,
            List<String> named,
            List<String> roles,
            int people,
            int rejections,
            List<List<String>> alternatives,
            Map<String, String> delegateOf,
            Set<String> owesReview) {}

    /** One attempt. */
    record Attempt(String person, String keyMaker, boolean approve, boolean late, boolean agent, boolean reasoned) {}

    private record Mark(String name, String hand, boolean approve) {}

    private final World world;
    private final List<Mark> marks = new ArrayList<>();
    private String over = "";

    Model(World world) {
        this.world = world;
    }

    String attempt(Attempt attempt) {
        if (!over.isEmpty()) {
            return "ALREADY_DECIDED";
        }
        if (attempt.late()) {
            return "EXPIRED";
        }
        if (attempt.agent()) {
            return "AGENT";
        }
        String person = attempt.person();
        String problem = problem(person);
        if (!problem.isEmpty()) {
            return problem;
        }
        String maker = attempt.keyMaker();
        if (maker != null && (maker.equals(world.requester()) || maker.equals(world.keyMaker()))) {
            return "REQUESTER";
        }
        if (world.risky() && maker != null && world.editors().contains(maker)) {
            return "EDITOR";
        }
        if (selfAppointed(person)) {
            return "EDITOR";
        }
        if (world.type() == ApprovalType.EMERGENCY && world.owesReview().contains(person)) {
            return "REVIEW_OVERDUE";
        }
        String name = nameFor(person);
        if (name == null) {
            return "NOT_ELIGIBLE";
        }
        if (!attempt.approve() && !attempt.reasoned()) {
            return "REASON_MISSING";
        }
        marks.add(new Mark(name, person, attempt.approve()));
        over = outcome();
        return over.isEmpty() ? "PENDING" : over;
    }

    private String problem(String person) {
        if (person.equals(world.requester()) || person.equals(world.keyMaker())) {
            return "REQUESTER";
        }
        if (world.risky() && world.editors().contains(person)) {
            return "EDITOR";
        }
        for (Mark mark : marks) {
            if (mark.name().equals(person) || mark.hand().equals(person)) {
                return "ALREADY_VOTED";
            }
        }
        return "";
    }

    /** An editor who approves by no role of the house. */
    private boolean selfAppointed(String person) {
        Set<String> held = world.rolesOf().get(person);
        return world.editors().contains(person) && !meet(held, Set.of("approver", "emergency-approver"));
    }

    private String nameFor(String person) {
        if (counts(person)) {
            return person;
        }
        for (String giver : world.rolesOf().keySet()) {
            boolean lent = person.equals(world.delegateOf().get(giver));
            boolean blocked =
                    world.type() == ApprovalType.EMERGENCY && world.owesReview().contains(giver);
            if (lent && !blocked && !selfAppointed(giver) && problem(giver).isEmpty() && counts(giver)) {
                return giver;
            }
        }
        return null;
    }

    private boolean counts(String person) {
        Set<String> held = world.rolesOf().get(person);
        Set<String> plain = world.roles().isEmpty() ? Set.of("approver") : Set.copyOf(world.roles());
        if (world.type() == ApprovalType.SINGLE) {
            return world.named().contains(person) || meet(held, Set.copyOf(world.roles()));
        }
        if (world.type() == ApprovalType.UNANIMOUS) {
            return everybody().contains(person);
        }
        if (world.type() == ApprovalType.EMERGENCY) {
            return held.contains("emergency-approver");
        }
        if (world.type() == ApprovalType.MULTI && !world.alternatives().isEmpty()) {
            Set<String> wanted = new HashSet<>();
            world.alternatives().forEach(wanted::addAll);
            return meet(held, wanted);
        }
        return meet(held, plain);
    }

    Set<String> everybody() {
        if (!world.named().isEmpty()) {
            return Set.copyOf(world.named());
        }
        Set<String> all = new HashSet<>();
        world.rolesOf().forEach((person, held) -> {
            boolean party = person.equals(world.requester())
                    || person.equals(world.keyMaker())
                    || (world.risky() && world.editors().contains(person));
            if (!party && meet(held, Set.copyOf(world.roles()))) {
                all.add(person);
            }
        });
        return all;
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private String outcome() {
        long against = marks.stream().filter(mark -> !mark.approve()).count();
        if (against >= (world.type() == ApprovalType.MULTI ? world.rejections() : 1)) {
            return "REJECTED";
        }
        List<String> agreed =
                marks.stream().filter(Mark::approve).map(Mark::name).toList();
        boolean enough =
                switch (world.type()) {
                    case AUTO, MANUAL, SINGLE, EMERGENCY -> !agreed.isEmpty();
                    case UNANIMOUS -> !everybody().isEmpty() && agreed.containsAll(everybody());
                    case MULTI ->
                        world.alternatives().isEmpty()
                                ? agreed.size() >= world.people()
                                : world.alternatives().stream().anyMatch(places -> seat(places, agreed));
                };
        return enough ? "APPROVED" : "";
    }

    private boolean seat(List<String> places, List<String> people) {
        if (places.isEmpty()) {
            return true;
        }
        for (String person : people) {
            if (world.rolesOf().get(person).contains(places.get(0))) {
                List<String> others = new ArrayList<>(people);
                others.remove(person);
                if (seat(places.subList(1, places.size()), others)) {
                    return true;
                }
            }
        }
        return false;
    }
}
