package io.countersign.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DestinationTest {

    @Test
    void everyAddressInTheTextIsShownOnce() {
        String script = """
                ctx.http().post("https://firewall.internal/api/block").json(x).send();
                ctx.http() . get( "https://intel.example/ip/" + ip).send();
                ctx.http().post("https://firewall.internal/api/block").send();
                String other = "http://elsewhere.example";
                """;
        assertEquals(
                List.of(
                        new Destination("POST", "https://firewall.internal/api/block"),
                        new Destination("GET", "https://intel.example/ip/"),
                        new Destination("ANY", "http://elsewhere.example")),
                Destination.in(script));
    }

    @Test
    void withoutTextThereIsNone() {
        assertEquals(List.of(), Destination.in(null));
    }
}
