package io.countersign.web;

import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency-Key: the same key with the same body gives the same answer and no second effect, for 24 hours.
 *
 * <p>The key is claimed, the effect happens and the answer is remembered in one transaction. So a crash leaves either all
 * of it or nothing, a refusal is not remembered, and of two callers at once the second waits at the claim for the first.
 */
@ApplicationScoped
public class IdempotencyGuard {

    private static final int MAX_KEY = 255;
    private static final int MAX_TRIES = 600;
    private static final long PAUSE_MILLIS = 50;

    @Inject
    RequestContext call;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyStore store;

    /** An effect whose answer may be kept as it is. */
    public Response give(Body body, Supplier<Response> effect) {
        return give(body, effect, false);
    }

    /** An effect whose answer shows a secret once: it is kept under a key that only the caller has. */
    public Response giveSecret(Body body, Supplier<Response> effect) {
        return give(body, effect, true);
    }

    /**
     * An effect whose answer is still to be settled by {@link Claim#settle}, after waiting for the outcome.
     *
     * @param secret whether the answer shows a secret once
     */
    public Claim claim(Body body, boolean secret, Supplier<Response> effect) {
        String key = key();
        if (key == null) {
            return new Claim(effect.get(), false, null, null, store);
        }
        return answered(
                key,
                call.target(),
                body.fields(),
                effect,
                secret ? ResponseEncryption.of(call.bearer(), key) : null,
                false);
    }

    /**
     * The same for a caller that names the key and the target itself, outside REST.
     *
     * @param target what is called; the same key with another target is refused
     */
    public Response give(String key, String target, Map<String, Object> fields, Supplier<Response> effect) {
        return answered(checked(key), target, fields, effect, null, true).answer();
    }

    private Response give(Body body, Supplier<Response> effect, boolean secret) {
        String key = key();
        if (key == null) {
            return effect.get();
        }
        ResponseEncryption seal = secret ? ResponseEncryption.of(call.bearer(), key) : null;
        return answered(key, call.target(), body.fields(), effect, seal, true).answer();
    }

    private Claim answered(
            String key,
            String target,
            Map<String, Object> fields,
            Supplier<Response> effect,
            @Nullable ResponseEncryption seal,
            boolean settledAtOnce) {
        String id = CanonicalJson.sha256OfText(RateLimit.caller(currentUser.actor()) + "\n" + key);
        String fingerprint = CanonicalJson.sha256OfText(target + "\n" + CanonicalJson.of(fields));
        for (int i = 0; i < MAX_TRIES; i++) {
            Optional<StoredResponse> known = store.find(id);
            if (known.isPresent()) {
                StoredResponse answer = known.get();
                if (!answer.fingerprint().equals(fingerprint)) {
                    throw conflict("This Idempotency-Key was used with another request.");
                }
                return new Claim(answer.response(seal), answer.settled(), id, seal, store);
            }
            try {
                Response answer = store.first(id, fingerprint, effect, seal, settledAtOnce);
                return new Claim(answer, settledAtOnce, id, seal, store);
            } catch (IdempotencyStore.AlreadyClaimed e) {
                pause();
            }
        }
        throw conflict("Another request with this Idempotency-Key is still being served.");
    }

    private @Nullable String key() {
        String key = call.idempotencyKey();
        return key == null ? null : checked(key);
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw Refusal.invalid("Idempotency-Key", "must be 1 to " + MAX_KEY + " printable ASCII characters");
        }
        return key;
    }

    private static Refusal conflict(String message) {
        return new Refusal(ErrorCode.CONFLICT, message, Map.of("reason", "idempotency_key"));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the first answer", e);
        }
    }

    /**
     * The answer of an effect that happened, now or earlier.
     *
     * @param answer what to tell the caller
     * @param settled whether it is the last word: an earlier caller already got it
     */
    public record Claim(
            Response answer,
            boolean settled,
            @Nullable String id,
            @Nullable ResponseEncryption seal,
            IdempotencyStore store) {

        /** Keeps the last word, so that a repetition gets the very same. */
        public Response settle(Response last) {
            if (id == null || settled) {
                return last;
            }
            return store.settle(id, last, seal);
        }
    }
}
