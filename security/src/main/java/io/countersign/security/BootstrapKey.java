package io.countersign.security;

import io.countersign.health.SchemaReady;
import io.countersign.security.apikey.ApiKeyAuthenticator;
import io.countersign.security.apikey.ValidatedApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Set;

/** Installs the first admin key that the operator gives through the environment. */
@ApplicationScoped
class BootstrapKey {

    private static final System.Logger LOG = System.getLogger(BootstrapKey.class.getName());
    private static final String OWNER = UserNames.BOOTSTRAP_ADMIN;
    private static final int FULL_LENGTH = 47;

    private final ApiKeys keys;
    private final SecuritySettings settings;

    @Inject
    BootstrapKey(ApiKeys keys, SecuritySettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @SuppressWarnings("NullAway")
    protected BootstrapKey() {
        this.keys = null;
        this.settings = null;
    }

    void install(@Observes SchemaReady ready) {
        settings.bootstrapAdminKey().ifPresent(this::install);
    }

    private void install(String key) {
        if (!ApiKeyAuthenticator.isWellFormed(key)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "COUNTERSIGN_BOOTSTRAP_ADMIN_KEY is not installed:"
                            + " it must be csk_ and at least 20 (better 43) url-safe characters");
            return;
        }
        if (key.length() < FULL_LENGTH) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "COUNTERSIGN_BOOTSTRAP_ADMIN_KEY is short: csk_ and 43 random characters cannot be guessed");
        }
        ValidatedApiKey wish = new ValidatedApiKey(
                OWNER, KeyType.HUMAN, OWNER, OWNER, Set.of(Scopes.ADMIN), Set.of(Roles.SOC_ADMIN), null, null);
        try {
            if (keys.install(wish, key, "system")) {
                LOG.log(System.Logger.Level.INFO, "The bootstrap admin key was installed");
            }
        } catch (PersistenceException e) {
            // two nodes started at once and the other was first, or the database says no: the key itself will tell
            LOG.log(System.Logger.Level.WARNING, "The bootstrap admin key was not installed by this node");
        }
    }
}
