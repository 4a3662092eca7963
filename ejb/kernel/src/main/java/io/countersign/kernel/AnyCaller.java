package io.countersign.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a façade that needs no scope by design: it shows nothing that belongs to anybody, or something else than a scope
 * gives the right (a signature, a token), which it checks itself. On a class: all of its methods.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AnyCaller {

    /** Why no scope is needed. */
    String value();
}
