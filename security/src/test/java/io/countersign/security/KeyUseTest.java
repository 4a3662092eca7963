package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.health.SchemaReady;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.PageRequest;
import io.countersign.security.apikey.ApiKeyAuthenticator;
import io.countersign.security.apikey.ApiKeyRow;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a key is when it is used. */
class KeyUseTest extends KeysOnTable {

    @Test
    void aKeyActsAsItsOwnerWithItsRolesAndScopes() {
        CreatedKey created = human("Maya", "approver", "soc-lead");
        Actor actor = authentication.authenticate(created.key());
        assertEquals("maya", actor.person());
        assertEquals("key of Maya", actor.label());
        assertEquals(Set.of("approver", "soc-lead"), actor.roles());
        assertEquals(Set.of("approvals:write"), actor.scopes());
        assertEquals(created.apiKey().id(), actor.keyId());
        assertFalse(actor.isAgent());
    }

    @Test
    void aKeyIsLongPrefixedAndShownOnce() {
        CreatedKey created = human("maya");
        assertTrue(created.key().matches("csk_[A-Za-z0-9_-]{43}"), created.key());
        assertEquals(created.key().substring(4, 12), created.apiKey().prefix());
        assertFalse(created.toString().contains(created.key()));
        assertFalse(keys.find(created.apiKey().id(), ADMIN).toString().contains(created.key()));
    }

    @Test
    void theDatabaseHoldsNeitherTheKeyNorItsPlainHash() {
        CreatedKey created = human("maya");
        ApiKeyRow row = table.find(created.apiKey().id()).orElseThrow();
        assertNotEquals(created.key(), row.hash());
        assertNotEquals(Tokens.hash(created.key()), row.hash());
        assertEquals(64, row.hash().length());
    }

    @Test
    void unknownAndMalformedKeysAreUnauthorized() {
        assertEquals(ErrorCode.UNAUTHORIZED, refused("csk_" + Tokens.mint()));
        assertEquals(ErrorCode.UNAUTHORIZED, refused("csk_"));
        assertEquals(ErrorCode.UNAUTHORIZED, refused("csk_" + "x".repeat(10_000)));
        assertEquals(ErrorCode.UNAUTHORIZED, refused("csk_ü" + Tokens.mint()));
        assertEquals(ErrorCode.UNAUTHORIZED, refused(""));
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceOnThisNode() {
        CreatedKey created = human("maya");
        authentication.authenticate(created.key());
        keys.revoke(created.apiKey().id(), ADMIN);
        assertEquals(ErrorCode.UNAUTHORIZED, refused(created.key()));
    }

    @Test
    void aKeyRevokedOnAnotherNodeIsBelievedForSecondsOnly() {
        CreatedKey created = human("maya");
        authentication.authenticate(created.key());
        em.createQuery("update ApiKeyRow k set k.revokedAt = :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        em.clear();
        authentication.authenticate(created.key());
        clock.pass(ApiKeyAuthenticator.BELIEVED);
        assertEquals(ErrorCode.UNAUTHORIZED, refused(created.key()));
    }

    @Test
    void anExpiredKeySaysSoToTheSecond() {
        CreatedKey created = keys.create(
                new NewApiKey("k", "human", null, "maya", null, clock.instant().plusSeconds(2), null), ADMIN);
        authentication.authenticate(created.key());
        clock.pass(Duration.ofSeconds(2));
        assertEquals(ErrorCode.KEY_EXPIRED, refused(created.key()));
    }

    @Test
    void aRevokedKeyThatExpiredIsRevoked() {
        CreatedKey created = keys.create(
                new NewApiKey("k", "human", null, "maya", null, clock.instant().plusSeconds(2), null), ADMIN);
        keys.revoke(created.apiKey().id(), ADMIN);
        clock.pass(Duration.ofSeconds(2));
        assertEquals(ErrorCode.UNAUTHORIZED, refused(created.key()));
    }

    @Test
    void theBootstrapKeyIsInstalledOnceAndNeverRaisedFromTheDead() {
        String key = "csk_" + Tokens.mint();
        SecuritySettings settings = new SecuritySettings(name -> Optional.ofNullable(
                Map.of(SecuritySettings.BOOTSTRAP_ADMIN_KEY.name(), key).get(name)));
        BootstrapKey bootstrap = new BootstrapKey(keys, settings);
        bootstrap.install(new SchemaReady("1"));
        Actor admin = authentication.authenticate(key);
        assertEquals("bootstrap-admin", admin.person());
        assertTrue(admin.isAdmin());
        assertFalse(admin.hasRole(Roles.APPROVER));
        bootstrap.install(new SchemaReady("1"));
        assertEquals(1, keys.list(PageRequest.first(), ADMIN).total());
        keys.revoke(admin.keyId(), ADMIN);
        bootstrap.install(new SchemaReady("1"));
        assertEquals(ErrorCode.UNAUTHORIZED, refused(key));
    }

    @Test
    void beingUsedIsNotedAndChangesNoVersion() {
        CreatedKey created = human("maya");
        authentication.authenticate(created.key());
        em.clear();
        ApiKey seen = keys.find(created.apiKey().id(), ADMIN);
        assertEquals(clock.instant(), seen.lastUsedAt());
        assertEquals(created.apiKey().version(), seen.version());
    }
}
