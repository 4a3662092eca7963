package io.countersign.client;

import java.util.List;

/** The envelope of a page of things. */
public record Many<T>(List<T> data, Meta meta) {

    /** Which page this is, and of how many. */
    public record Meta(long total, int page, int pageSize, long totalPages) {}
}
