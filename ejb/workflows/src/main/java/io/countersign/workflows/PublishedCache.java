package io.countersign.workflows;

import io.countersign.security.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Published workflows as last read, good for as long as the stored revision is the same: every execution asks, and few
 * workflows change between two.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class PublishedCache {
    private static final int MOST = 500;

    @Inject
    private WorkflowStore store;

    private final Map<UUID, Published> cached = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Published> eldest) {
            return size() > MOST;
        }
    });

    /** The cached one if it is the stored revision, else what is read now; 404 when there is no such workflow. */
    Published get(UUID uuid, Supplier<Published> read) {
        long revision = store.revision(uuid).orElseThrow(() -> Refusal.notFound("workflow", uuid));
        Published last = cached.get(uuid);
        if (last != null && last.workflow().revision() == revision) {
            return last;
        }
        Published now = read.get();
        if (now.workflow().revision() == revision) {
            cached.put(uuid, now);
        }
        return now;
    }
}
