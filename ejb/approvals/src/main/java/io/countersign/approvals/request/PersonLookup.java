package io.countersign.approvals.request;

import io.countersign.security.Directory;
import io.countersign.security.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People by id. */
public interface PersonLookup {

    /** Nobody was looked up. */
    PersonLookup NOBODY = of(List.of(), id -> Optional.empty());

    Optional<Person> person(String id);

    /** Whether it was asked about that person at all; only then does an absence say anything. */
    default boolean covers(String id) {
        return true;
    }

    /**
     * These people, looked up now, all at the same time. The directory asks Keycloak for them, and must not while a row is locked:
     * whoever is not among them is nobody under the lock.
     */
    static PersonLookup of(Collection<String> ids, Directory directory) {
        Map<String, Person> found = directory.byIds(ids);
        return of(ids, id -> Optional.ofNullable(found.get(id)));
    }

    /** These people as somebody else knows them. */
    static PersonLookup of(Collection<String> ids, PersonLookup asked) {
        Map<String, Optional<Person>> people = new HashMap<>();
        ids.forEach(id -> people.computeIfAbsent(id, asked::person));
        return new PersonLookup() {
            @Override
            public Optional<Person> person(String id) {
                return people.getOrDefault(id, Optional.empty());
            }

            @Override
            public boolean covers(String id) {
                return people.containsKey(id);
            }
        };
    }
}
