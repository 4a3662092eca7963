package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people mean by what reports write. */
class IndicatorValueTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ip|203.0.113.9|203.0.113.9",
                "ip|203[.]0[.]113[.]9|203.0.113.9",
                "ip|203(.)0(.)113{.}9|203.0.113.9",
                "ip|203[dot]0[DOT]113 [.] 9|203.0.113.9",
                "ip|2001:DB8:0:0:0:0:0:1|2001:db8::1",
                "ip|2001[:]db8::0:1|2001:db8::1",
                "ip|2001:db8:0:0:1:0:0:1|2001:db8::1:0:0:1",
                "ip|2001:db8:1:1:1:1:0:1|2001:db8:1:1:1:1:0:1",
                "ip|::|::",
                "ip|fe80::|fe80::",
                "ip|::ffff:203.0.113.9|203.0.113.9",
                "domain|Evil[.]Example|evil.example",
                "domain|evil.example.|evil.example",
                "domain|bücher.example|xn--bcher-kva.example",
                "domain|BÜCHER。example|xn--bcher-kva.example",
                "domain|_dmarc.evil.example|_dmarc.evil.example",
                "hash_md5|D41D8CD98F00B204E9800998ECF8427E|d41d8cd98f00b204e9800998ecf8427e",
                "hash_sha1|da39a3ee5e6b4b0d3255bfef95601890afd80709|da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "url|hxxp://evil[.]example/x?y#z|http://evil.example/x?y#z",
                "url|hXXps[:]//evil[.]example|https://evil.example",
                "url|h**p://evil.example/|http://evil.example/",
                "url|http[://]evil.example:8080/A b|!",
                "url|http[://]evil.example:8080/Ab|http://evil.example:8080/Ab",
                "url|FTP://user:pw@Evil.Example/File|ftp://user:pw@evil.example/File",
                "url|http://[2001:DB8::1]:80/|http://[2001:db8::1]:80/",
                "url|http://203[.]0[.]113[.]9/|http://203.0.113.9/",
                "url|http://bücher.example/ü|http://xn--bcher-kva.example/ü",
                "email|Eve[@]Evil[.]Example|Eve@evil.example",
                "email|eve [at] evil [dot] example|eve@evil.example",
                "email|eve@bücher.example|eve@xn--bcher-kva.example",
                "account|corp\\eve (the second)|corp\\eve (the second)",
                "account|eve[.]x@corp|eve[.]x@corp",
                "ip|203.0.113.256|!",
                "ip|203.0.113|!",
                "ip|203.0.113.09|!",
                "ip|203.0.113.0/24|!",
                "ip|203.0.113.9, 203.0.113.10|!",
                "ip|evil.example|!",
                "ip|fe80::1%eth0|!",
                "ip|1:2:3|!",
                "domain|203.0.113.9|!",
                "domain|nonsense|!",
                "domain|evil..example|!",
                "domain|-evil.example|!",
                "domain|evil.example/x|!",
                "domain|evil.123|!",
                "hash_md5|d41d8cd98f00b204e9800998ecf8427|!",
                "hash_sha1|zz39a3ee5e6b4b0d3255bfef95601890afd80709|!",
                "hash_sha256|da39a3ee5e6b4b0d3255bfef95601890afd80709|!",
                "url|evil.example/x|!",
                "url|http:///x|!",
                "url|http://evil.example:0/|!",
                "url|http://evil.example:99999/|!",
                "url|http://evil.example\\@good.example/|!",
                "url|javascript:alert(1)|!",
                "email|eve|!",
                "email|eve@|!",
                "email|@evil.example|!",
                "email|eve mallory@evil.example|!",
                "email|a@b@evil.example|!",
                "phone|123|!"
            })
    void eachTypeHasItsNormalForm(String type, String given, String meant) {
        IndicatorValue read = IndicatorValue.read(type, given);
        if (meant.equals("!")) {
            assertInstanceOf(IndicatorValue.Flawed.class, read);
        } else {
            assertEquals(new IndicatorValue.Normal(meant), read);
            assertEquals(read, IndicatorValue.read(type, meant), "the normal form is its own");
        }
    }

    @ParameterizedTest
    @CsvSource({"account,0", "account,10", "account,27", "account,133", "domain,0", "url,9"})
    void noTypeHoldsControlCharacters(String type, int character) {
        assertInstanceOf(IndicatorValue.Flawed.class, IndicatorValue.read(type, "a" + (char) character + "b.example"));
    }

    @ParameterizedTest
    @CsvSource({"account", "url"})
    void tooMuchIsTooMuch(String type) {
        assertInstanceOf(
                IndicatorValue.Flawed.class, IndicatorValue.read(type, "http://evil.example/" + "x".repeat(4096)));
    }
}
