package io.countersign.kernel;

/**
 * What is wrong with one field of an input.
 *
 * @param field the field's wire name, nested ones dotted or indexed ({@code escalation[1].after_seconds})
 * @param message what would be right, in plain words
 */
public record FieldError(String field, String message) {}
