package io.countersign.web;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The envelope of every successful answer.
 *
 * @param data one object, or a list of them
 * @param meta empty for one, or what to know of it; the paging of a list
 */
public record Answer(Object data, Map<String, Object> meta) {

    /** One thing. */
    public static Answer one(Object data) {
        return new Answer(data, Map.of());
    }

    /** One thing that was made, and what its maker should know of it, as {@code meta.warning}. */
    public static Answer one(Object data, Optional<String> warning) {
        return new Answer(
                data,
                warning.<Map<String, Object>>map(text -> Map.of("warning", text))
                        .orElse(Map.of()));
    }

    /** One page of many things. */
    public static Answer many(Page<?> page, PageRequest asked) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("total", page.total());
        meta.put("page", asked.page());
        meta.put("page_size", asked.size());
        meta.put("total_pages", (page.total() + asked.size() - 1) / asked.size());
        return new Answer(page.items(), meta);
    }
}
