package io.countersign.approvals;

import io.countersign.security.Directory;
import io.countersign.security.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** People by name. */
interface Known {

    Optional<Person> person(String userName);

    /**
     * These people, looked up now. The directory may have to ask Keycloak for somebody without a role, and must not while a row
     * is locked: whoever is not among them is nobody under the lock.
     */
    static Known of(Collection<String> names, Directory directory) {
        Map<String, Person> people = new HashMap<>();
        for (String name : names) {
            directory.person(name).ifPresent(person -> people.put(name, person));
        }
        return name -> Optional.ofNullable(people.get(name));
    }
}
