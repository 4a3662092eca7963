package io.countersign.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a façade for the server's own modules: timers, observers and other façades. It asks for nobody's scope, so the edges
 * (REST, MCP, console) must not call it. On a class: all of its methods.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ServerOnly {

    /** Who calls it, and why no scope is asked for. */
    String value();
}
