package io.countersign.security;

import java.time.Clock;
import java.util.Optional;

/** Directories for tests. */
final class Directories {

    private Directories() {}

    /** Without a Keycloak: the owners of keys are the people. */
    static Directory withoutKeycloak(SnapshotTable table, LiveKeys keys, Clock clock) {
        SecuritySettings settings = new SecuritySettings(name -> Optional.empty());
        KeycloakLink link = new KeycloakLink(settings);
        DirectoryThreads threads = new InlineThreads();
        KeycloakPeople none =
                new KeycloakPeople(settings, link, new RealmReader(settings, link, threads), new NamesAsIds(), clock);
        return of(none, table, threads, keys, clock);
    }

    static Directory of(
            PeopleSource source, SnapshotTable table, DirectoryThreads threads, LiveKeys keys, Clock clock) {
        LookUps lookUps = new LookUps(source, threads, clock);
        return new Directory(new DirectoryCache(source, table, threads, lookUps, clock), source, lookUps, keys);
    }
}
