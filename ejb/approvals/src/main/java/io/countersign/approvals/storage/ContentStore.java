package io.countersign.approvals.storage;

import io.countersign.kernel.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Long texts that many requests share, stored once under their digest. What is surely committed is remembered, so that
 * asking for the same workflow again writes and reads nothing here.
 */
@ApplicationScoped
public class ContentStore {

    private final Database database;
    private final Map<String, String> known = new Recent(128);
    /** Inserted by this node and not seen committed yet: the transaction may still roll back. */
    private final Map<String, String> fresh = new Recent(1024);

    @Inject
    public ContentStore(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ContentStore() {
        this.database = null;
    }

    /** Stores a text unless it is there; answers its digest. */
    public String keep(String text) {
        String sha256 = CanonicalJson.sha256OfText(text);
        if (recall(sha256) == null) {
            remember(sha256, text, insert(sha256, text) > 0);
        }
        return sha256;
    }

    private int insert(String sha256, String text) {
        return database.entities()
                .createNativeQuery("insert into approval_text (sha256, content) values (?1, ?2) on conflict do nothing")
                .setParameter(1, sha256)
                .setParameter(2, text)
                .executeUpdate();
    }

    /** The text of that digest, null for null. */
    @Nullable
    public String read(@Nullable String sha256) {
        if (sha256 == null) {
            return null;
        }
        String text = recall(sha256);
        return text != null ? text : load(sha256);
    }

    /** The text of that digest, which must be there. */
    public String require(String sha256) {
        String text = read(sha256);
        if (text == null) {
            throw new IllegalStateException("no text is stored under " + sha256);
        }
        return text;
    }

    private @Nullable String load(String sha256) {
        List<?> found = database.entities()
                .createNativeQuery("select content from approval_text where sha256 = ?1", String.class)
                .setParameter(1, sha256)
                .getResultList();
        if (found.isEmpty()) {
            return null;
        }
        String text = (String) found.get(0);
        remember(sha256, text, isFresh(sha256));
        return text;
    }

    private synchronized @Nullable String recall(String sha256) {
        return known.get(sha256);
    }

    private synchronized boolean isFresh(String sha256) {
        return fresh.containsKey(sha256);
    }

    private synchronized void remember(String sha256, String text, boolean uncommitted) {
        if (uncommitted) {
            fresh.put(sha256, "");
        } else {
            fresh.remove(sha256);
            known.put(sha256, text);
        }
    }

    /** The entries used last. */
    private static final class Recent extends LinkedHashMap<String, String> {
        private final int size;

        Recent(int size) {
            super(16, 0.75f, true);
            this.size = size;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > size;
        }
    }
}
