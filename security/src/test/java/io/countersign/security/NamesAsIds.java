package io.countersign.security;

import io.countersign.security.people.PersonIds;
import java.util.Map;
import java.util.Optional;

/** Ids for tests in which nobody is renamed. */
public final class NamesAsIds extends PersonIds {

    @Override
    public String of(String subject, String userName) {
        return userName;
    }

    @Override
    public Map<String, String> of(Map<String, String> userNameBySubject) {
        return userNameBySubject;
    }

    @Override
    public Optional<String> subjectOf(String id) {
        return Optional.of(id);
    }
}
