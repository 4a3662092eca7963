package io.countersign.integrations;

import java.util.List;

/**
 * A workflow that comes with the server: one operation on the indicator's value.
 *
 * @param name what people read
 * @param riskLevel {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param operation a method of the integration's script client that takes one text
 * @param indicatorTypes the types of indicator that it takes, by their contract names
 * @param documentation for people and agents who look for it
 */
public record BuiltinWorkflow(
        String name, String riskLevel, String operation, List<String> indicatorTypes, String documentation) {}
