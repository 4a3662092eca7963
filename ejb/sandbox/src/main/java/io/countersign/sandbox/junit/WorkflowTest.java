package io.countersign.sandbox.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs case files through the sandbox, one test each; the method's own body runs after its case came out as expected. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(WorkflowTestExtension.class)
public @interface WorkflowTest {

    /** Case files or folders of them, relative to the project's folder. */
    String[] value();
}
