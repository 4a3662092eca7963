package io.countersign.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The root of the REST contract; its resources and providers are found by their annotations. */
@ApplicationPath(Api.ROOT)
public class Api extends Application {

    /** Where the first version of the contract lives. */
    public static final String ROOT = "/v1";
}
