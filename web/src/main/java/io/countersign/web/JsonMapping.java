package io.countersign.web;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.RequestView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** The one way JSON is written here: snake_case, RFC 3339 times. */
public final class JsonMapping {

    /** The media type of every JSON answer. */
    public static final String TYPE = "application/json;charset=UTF-8";

    private static final ObjectMapper MAPPER = mapper();

    private JsonMapping() {}

    private static ObjectMapper mapper() {
        SimpleModule wire = new SimpleModule()
                .addSerializer(Instant.class, new ToStringSerializer(Instant.class))
                .addSerializer(new EnumWord())
                .addSerializer(Quorum.class, new StdDelegatingSerializer(Quorum.class, new QuorumWords()));
        return JsonMapper.builder()
                .propertyNamingStrategy(new ContractNames())
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .serializationInclusion(JsonInclude.Include.ALWAYS)
                // a record is its components; methods beside them are no fields
                .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .addModule(wire)
                .build();
    }

    /** Any tree of maps, lists, records and values as UTF-8 JSON. */
    public static byte[] bytes(Object value) {
        try {
            // by way of a text: half of a surrogate pair in what was stored long ago must not break a whole list
            return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an answer as JSON", e);
        }
    }

    /** As {@link #bytes}, as text. */
    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** The same value as a tree of maps, lists and plain values, under its wire names. */
    public static Object tree(Object value) {
        return MAPPER.convertValue(value, Object.class);
    }

    /** Components in snake case, but for those that the contract calls otherwise. */
    private static final class ContractNames extends PropertyNamingStrategies.SnakeCaseStrategy {
        private static final long serialVersionUID = 1L;

        @Override
        public String translate(String component) {
            return RequestView.wireName(component).orElseGet(() -> super.translate(component));
        }
    }

    /** A quorum is written as it is read. */
    private static final class QuorumWords extends StdConverter<Quorum, Map<String, Object>> {
        @Override
        public Map<String, Object> convert(Quorum quorum) {
            return quorum.toMap();
        }
    }

    /** Every enum of the contract is its constant in lower case. */
    @SuppressWarnings("rawtypes")
    private static final class EnumWord extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1L;

        EnumWord() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum word, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(word.name().toLowerCase(Locale.ROOT));
        }
    }
}
