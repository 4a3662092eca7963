package io.countersign.security.apikey;

import io.countersign.kernel.HmacSha256;
import io.countersign.security.SecuritySettings;
import io.countersign.security.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 of API keys under a key of this installation. A key has 256 random bits, so that no slow hash is needed; the
 * installation's own key makes a copied table useless elsewhere.
 */
@ApplicationScoped
public class KeyHasher {

    private static final String SECRET = "api-key-hmac";

    private final KeyTable table;
    private final SecuritySettings settings;
    private volatile byte @Nullable [] serverKey;

    @Inject
    public KeyHasher(KeyTable table, SecuritySettings settings) {
        this.table = table;
        this.settings = settings;
    }

    @SuppressWarnings("NullAway")
    protected KeyHasher() {
        this.table = null;
        this.settings = null;
    }

    /** 64 hex characters. */
    public String hash(String key) {
        return HexFormat.of().formatHex(HmacSha256.of(serverKey(), key.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] serverKey() {
        byte[] known = serverKey;
        if (known == null) {
            known = settings.serverKey().orElseGet(this::fromDatabase).getBytes(StandardCharsets.UTF_8);
            serverKey = known;
        }
        return known;
    }

    private String fromDatabase() {
        return table.secret(SECRET).orElseGet(() -> {
            try {
                table.addSecret(SECRET, Tokens.mint());
            } catch (PersistenceException e) {
                // another node was first: its key is everybody's
                return table.secret(SECRET).orElseThrow(() -> e);
            }
            return table.secret(SECRET).orElseThrow();
        });
    }
}
