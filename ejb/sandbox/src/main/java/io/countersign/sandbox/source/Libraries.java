package io.countersign.sandbox.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a script has in place of the libraries that other Java programs use. */
final class Libraries {
    private static final String JSON = "JSON: resp.json(), request.json(Map.of(...)) and jakarta.json";
    private static final String LOG = "logging: ctx.log()";
    private static final String HTTP = "HTTP: ctx.http()";
    private static final String RECORD = "no annotations write code: write a record";
    private static final String PLAIN = "the JDK's String, List, Map and streams do the same";

    private static final Map<String, String> BY_PACKAGE = new LinkedHashMap<>();
    private static final Map<String, String> BY_CLASS = new LinkedHashMap<>();

    static {
        packages(
                JSON,
                "com.fasterxml.jackson",
                "tools.jackson",
                "com.google.gson",
                "org.json",
                "javax.json",
                "net.minidev");
        packages(JSON, "com.jayway.jsonpath", "com.alibaba.fastjson", "com.squareup.moshi", "groovy.json");
        packages(LOG, "org.slf4j", "org.apache.log4j", "org.apache.logging", "org.apache.commons.logging", "ch.qos");
        packages(RECORD, "lombok");
        packages(
                HTTP,
                "okhttp3",
                "com.squareup.okhttp",
                "org.apache.http",
                "org.apache.hc",
                "retrofit2",
                "kong.unirest");
        packages(
                HTTP,
                "jakarta.ws.rs",
                "javax.ws.rs",
                "com.mashape",
                "io.restassured",
                "software.amazon",
                "com.amazonaws");
        packages(HTTP, "com.microsoft.graph", "com.azure", "com.okta", "com.google.api", "com.google.cloud");
        packages(PLAIN, "org.apache.commons", "com.google.common", "io.vavr", "cn.hutool");
        packages(
                "a script gets all it needs from ctx",
                "org.springframework",
                "jakarta",
                "javax",
                "io.quarkus",
                "io.micronaut");
        packages(
                "scripts are tested with case files: ./countersign script test",
                "org.junit",
                "org.mockito",
                "org.assertj");
        classes(
                JSON,
                "ObjectMapper",
                "JsonNode",
                "ObjectNode",
                "ArrayNode",
                "TypeReference",
                "JsonProperty",
                "JSONObject");
        classes(JSON, "JSONArray", "Gson", "GsonBuilder", "JsonElement", "TypeToken", "JSON", "JsonSlurper");
        classes(
                LOG,
                "Logger",
                "LoggerFactory",
                "LogManager",
                "Slf4j",
                "Log4j2",
                "log",
                "logger",
                "LOG",
                "LOGGER",
                "console");
        classes(RECORD, "Data", "Getter", "Setter", "Builder", "Value", "NoArgsConstructor", "AllArgsConstructor");
        classes(RECORD, "RequiredArgsConstructor", "ToString", "EqualsAndHashCode", "SneakyThrows", "NonNull");
        classes(
                HTTP,
                "OkHttpClient",
                "RestTemplate",
                "WebClient",
                "CloseableHttpClient",
                "HttpClients",
                "HttpGet",
                "HttpPost");
        classes(HTTP, "RestClient", "ClientBuilder", "Unirest", "requests", "axios", "fetch");
        classes(
                PLAIN,
                "StringUtils",
                "ImmutableMap",
                "ImmutableList",
                "ImmutableSet",
                "CollectionUtils",
                "Lists",
                "Maps");
    }

    private Libraries() {}

    private static void packages(String instead, String... names) {
        for (String name : names) {
            BY_PACKAGE.put(name, instead);
        }
    }

    private static void classes(String instead, String... names) {
        for (String name : names) {
            BY_CLASS.put(name, instead);
        }
    }

    /** The sentence for a package that is not there. */
    static String missing(String name) {
        for (Map.Entry<String, String> known : BY_PACKAGE.entrySet()) {
            if (name.equals(known.getKey()) || name.startsWith(known.getKey() + ".")) {
                return "scripts have no libraries, and no " + name + "; " + known.getValue();
            }
        }
        return "there is no package " + name + "; scripts have the JDK's, jakarta.json and io.countersign.script";
    }

    /** What stands in for a class, annotation or variable that usually comes with a library. */
    static Optional<String> insteadOf(String simpleName) {
        return Optional.ofNullable(BY_CLASS.get(simpleName)).map(instead -> "scripts have no libraries; " + instead);
    }
}
