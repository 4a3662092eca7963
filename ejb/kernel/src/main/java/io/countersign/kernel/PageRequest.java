package io.countersign.kernel;

/**
 * Which page of a list is wanted.
 *
 * @param page 1 or more
 * @param size 1 to {@value #MAX_SIZE}
 */
public record PageRequest(int page, int size) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 500;

    /** @throws IllegalArgumentException naming the field that is out of range */
    public PageRequest {
        if (page < 1) {
            throw new IllegalArgumentException("page must be 1 or more");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("page_size must be between 1 and " + MAX_SIZE);
        }
    }

    /** The first page in the default size. */
    public static PageRequest first() {
        return new PageRequest(1, DEFAULT_SIZE);
    }

    /** How many items come before this page; it may exceed what an int holds. */
    public long offset() {
        return (page - 1L) * size;
    }
}
