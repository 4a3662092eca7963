package io.countersign.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which scopes open a resource method: any one of them is enough, and {@code admin} always is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresScope {

    /** The scopes of the contract. */
    String[] value();

    /** Whether people who have signed in, and use no key, come in without the scope: the facade then judges who they are. */
    boolean orSignedIn() default false;

    /** Whether people who may be asked come in too, also by a key that was given a scope for it: the facade judges who is asked. */
    boolean orAsked() default false;
}
