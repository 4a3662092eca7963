package io.countersign.approvals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Matches votes to the slots of a quorum: each slot is filled by a person who holds its role, and each person fills one
 * slot only.
 */
public final class QuorumMatcher {

    /** More alternatives or places than these are refused as bad input. */
    public static final int MAX_ALTERNATIVES = 200;

    public static final int MAX_PLACES = 50;

    private QuorumMatcher() {}

    /** Every role that a quorum names. */
    public static Set<String> roles(Quorum quorum) {
        Set<String> roles = new LinkedHashSet<>();
        collect(quorum, roles);
        return roles;
    }

    private static void collect(Quorum quorum, Set<String> roles) {
        if (quorum instanceof Quorum.Slots places) {
            roles.add(places.role());
        } else if (quorum instanceof Quorum.All all) {
            all.parts().forEach(part -> collect(part, roles));
        } else if (quorum instanceof Quorum.Any any) {
            any.parts().forEach(part -> collect(part, roles));
        }
    }

    /** True when the quorum is small enough to be judged. */
    public static boolean manageable(Quorum quorum) {
        return alternativeCount(quorum) <= MAX_ALTERNATIVES && placeCount(quorum) <= MAX_PLACES;
    }

    private static long alternativeCount(Quorum quorum) {
        if (quorum instanceof Quorum.All all) {
            return all.parts().stream()
                    .mapToLong(QuorumMatcher::alternativeCount)
                    .reduce(1, (one, other) -> Math.min(one * other, Integer.MAX_VALUE));
        }
        if (quorum instanceof Quorum.Any any) {
            return any.parts().stream()
                    .mapToLong(QuorumMatcher::alternativeCount)
                    .sum();
        }
        return 1;
    }

    /** Places of the largest alternative. */
    private static long placeCount(Quorum quorum) {
        if (quorum instanceof Quorum.All all) {
            return all.parts().stream().mapToLong(QuorumMatcher::placeCount).sum();
        }
        if (quorum instanceof Quorum.Any any) {
            return any.parts().stream()
                    .mapToLong(QuorumMatcher::placeCount)
                    .max()
                    .orElse(0);
        }
        return ((Quorum.Slots) quorum).count();
    }

    /** The places left empty in the alternative that is nearest to being filled, in words; empty when one is full. */
    public static List<String> unfilled(Quorum quorum, Map<String, Set<String>> rolesByPerson) {
        List<String> fewest = null;
        for (List<String> places : alternatives(quorum)) {
            List<String> empty = emptyPlaces(places, rolesByPerson);
            if (fewest == null || empty.size() < fewest.size()) {
                fewest = empty;
            }
        }
        return fewest == null ? List.of() : inWords(fewest);
    }

    private static List<String> inWords(List<String> roles) {
        Map<String, Integer> counts = new TreeMap<>();
        roles.forEach(role -> counts.merge(role, 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((role, count) -> words.add(count + " × " + role));
        return words;
    }

    /** Every way of meeting the quorum, each as the list of roles to be filled. */
    private static List<List<String>> alternatives(Quorum quorum) {
        if (quorum instanceof Quorum.All all) {
            List<List<String>> combined = List.of(List.of());
            for (Quorum part : all.parts()) {
                combined = combine(combined, alternatives(part));
            }
            return combined;
        }
        if (quorum instanceof Quorum.Any any) {
            return any.parts().stream()
                    .flatMap(part -> alternatives(part).stream())
                    .toList();
        }
        Quorum.Slots places = (Quorum.Slots) quorum;
        return List.of(java.util.Collections.nCopies(places.count(), places.role()));
    }

    private static List<List<String>> combine(List<List<String>> left, List<List<String>> right) {
        List<List<String>> both = new ArrayList<>();
        for (List<String> one : left) {
            for (List<String> other : right) {
                List<String> joined = new ArrayList<>(one);
                joined.addAll(other);
                both.add(joined);
            }
        }
        return both;
    }

    /** A greatest matching of people to places (augmenting paths); answers the roles of the places left over. */
    private static List<String> emptyPlaces(List<String> places, Map<String, Set<String>> rolesByPerson) {
        Map<Integer, String> seated = new HashMap<>();
        for (String person : rolesByPerson.keySet()) {
            seat(person, places, rolesByPerson, seated, new HashSet<>());
        }
        List<String> empty = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            if (!seated.containsKey(place)) {
                empty.add(places.get(place));
            }
        }
        return empty;
    }

    private static boolean seat(
            String person,
            List<String> places,
            Map<String, Set<String>> rolesByPerson,
            Map<Integer, String> seated,
            Set<Integer> tried) {
        Set<String> roles = rolesByPerson.getOrDefault(person, Set.of());
        for (int place = 0; place < places.size(); place++) {
            if (!roles.contains(places.get(place)) || !tried.add(place)) {
                continue;
            }
            String sitting = seated.get(place);
            if (sitting == null || seat(sitting, places, rolesByPerson, seated, tried)) {
                seated.put(place, person);
                return true;
            }
        }
        return false;
    }
}
