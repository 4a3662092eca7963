package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.Approvals;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Person;
import io.countersign.security.WebSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedsTest {

    private final Set<Runnable> following = new HashSet<>();
    private final Feeds feeds = feeds();

    private Feeds feeds() {
        Feeds made = new Feeds();
        made.settings = new WebSettings(name -> Optional.empty());
        made.approvals = new Approvals() {
            @Override
            public AutoCloseable follow(Actor viewer, Runnable changed) {
                following.add(changed);
                return () -> following.remove(changed);
            }
        };
        return made;
    }

    @Test
    void nobodyKeepsMoreThanTheirPlacesAndWhoLeavesGivesTheirsBack() {
        Feed first = feeds.admit(person("ann")).orElseThrow();
        for (int i = 1; i < feeds.settings.livePagesPerPerson(); i++) {
            assertTrue(feeds.admit(person("ann")).isPresent());
        }
        assertFalse(feeds.admit(person("ann")).isPresent());
        assertTrue(feeds.admit(person("bob")).isPresent());
        first.end();
        first.end();
        assertTrue(feeds.admit(person("ann")).isPresent());
        assertEquals(feeds.settings.livePagesPerPerson() + 1, following.size());
    }

    @Test
    void thereIsABoundForAll() {
        for (int i = 0; i < feeds.settings.livePages(); i++) {
            assertTrue(feeds.admit(person("p" + i)).isPresent());
        }
        assertFalse(feeds.admit(person("one-more")).isPresent());
    }

    @Test
    void whenItStopsNobodyFollowsAnyMore() {
        feeds.admit(person("ann"));
        feeds.admit(person("bob"));
        feeds.stop();
        assertEquals(Set.of(), following);
    }

    @Test
    void anotherSitesPageIsNotServed() {
        assertTrue(Live.isForeign("cross-site"));
        assertTrue(Live.isForeign("same-site"));
        assertFalse(Live.isForeign("same-origin"));
        assertFalse(Live.isForeign(null), "no browser, or an old one");
    }

    private static Actor person(String name) {
        return Actor.person(
                Person.named(name, Set.of("approver"), List.of()), Credential.of(Credential.Kind.SESSION, "s"));
    }
}
