package io.countersign.security.apikey;

import io.countersign.security.SecuritySettings;
import io.countersign.security.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 of API keys under a key of this installation. A key has 256 random bits, so that no slow hash is needed; the
 * installation's own key makes a copied table useless elsewhere.
 */
@ApplicationScoped
public class KeyHasher {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SECRET = "api-key-hmac";

    private final KeyTable table;
    private final SecuritySettings settings;
    private volatile @Nullable SecretKeySpec serverKey;

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
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(serverKey());
            return HexFormat.of().formatHex(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec serverKey() {
        SecretKeySpec known = serverKey;
        if (known == null) {
            String text = settings.serverKey().orElseGet(this::fromDatabase);
            known = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
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
