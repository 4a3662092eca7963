package io.countersign.security;

import io.countersign.security.apikey.LiveKeys;
import io.countersign.security.people.DirectoryCache;
import io.countersign.security.people.DirectoryThreads;
import io.countersign.security.people.KeycloakLink;
import io.countersign.security.people.KeycloakPeople;
import io.countersign.security.people.LookUps;
import io.countersign.security.people.PeopleSource;
import io.countersign.security.people.RealmReader;
import io.countersign.security.people.SnapshotTable;
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
