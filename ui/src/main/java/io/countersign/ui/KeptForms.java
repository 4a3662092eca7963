package io.countersign.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forms whose session was over when they were posted, kept while their writer signs in again. Only forms of ours are kept
 * ({@link FormSeal}), little and for minutes, each behind a random id that one browser's cookie holds.
 */
@ApplicationScoped
class KeptForms {

    static final Duration LIFE = Duration.ofMinutes(15);
    static final int MOST_CHARACTERS = 1_048_576;
    private static final int MOST_CHARACTERS_OF_ALL = 32 * MOST_CHARACTERS;

    /** A form as it was posted to an action. */
    record Kept(String action, Map<String, String[]> fields, int characters, Instant until) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final FormSeal seal;
    private final Clock clock;
    private int characters;

    @Inject
    KeptForms(FormSeal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected KeptForms() {
        this(null, null);
    }

    /** Keeps a form; answers the id to find it by, or empty when it is none of ours or too long. */
    synchronized Optional<String> keep(String action, Map<String, String[]> fields) {
        int length = length(fields);
        if (!seal.isOurs(first(fields, "csrf")) || length > MOST_CHARACTERS) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        makeRoom(length, now);
        String id = RandomText.make();
        kept.put(id, new Kept(action, Map.copyOf(fields), length, now.plus(LIFE)));
        characters += length;
        return Optional.of(id);
    }

    /** Takes what was kept under this id, once, if this person wrote it. */
    synchronized Optional<Kept> take(@Nullable String id, String person) {
        Kept found = id == null ? null : kept.remove(id);
        if (found == null) {
            return Optional.empty();
        }
        characters -= found.characters();
        boolean theirs = seal.isOf(first(found.fields(), "csrf"), person);
        return theirs && clock.instant().isBefore(found.until()) ? Optional.of(found) : Optional.empty();
    }

    /** Drops what is over, and the oldest as long as there is too much. */
    private void makeRoom(int length, Instant now) {
        Iterator<Kept> oldest = kept.values().iterator();
        while (oldest.hasNext()) {
            Kept one = oldest.next();
            if (now.isBefore(one.until()) && characters + length <= MOST_CHARACTERS_OF_ALL) {
                return;
            }
            characters -= one.characters();
            oldest.remove();
        }
    }

    private static int length(Map<String, String[]> fields) {
        long length = 0;
        for (Map.Entry<String, String[]> field : fields.entrySet()) {
            length += field.getKey().length();
            for (String value : field.getValue()) {
                length += value.length();
            }
        }
        return (int) Math.min(length, Integer.MAX_VALUE);
    }

    private static @Nullable String first(Map<String, String[]> fields, String name) {
        String[] values = fields.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }
}
