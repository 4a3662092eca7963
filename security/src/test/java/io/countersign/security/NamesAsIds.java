package io.countersign.security;

import java.util.Map;
import java.util.Optional;

/** Ids for tests in which nobody is renamed. */
final class NamesAsIds extends PersonIds {

    @Override
    String of(String subject, String userName) {
        return userName;
    }

    @Override
    Map<String, String> of(Map<String, String> userNameBySubject) {
        return userNameBySubject;
    }

    @Override
    Optional<String> subjectOf(String id) {
        return Optional.of(id);
    }
}
