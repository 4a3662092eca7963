package io.countersign.sandbox.guard;

import io.countersign.script.Ip;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Guards of addresses as the JDK names them: nothing asks a name service, and names are as short as names are. */
public final class AddressGuards {
    /** Longer than any domain name; the algorithm takes the square of it. */
    private static final int LONGEST_NAME = 1_000;

    private AddressGuards() {}

    public static InetAddress byName(String address) throws UnknownHostException {
        Ip ip;
        try {
            ip = Ip.parse(address);
        } catch (IllegalArgumentException e) {
            throw new UnknownHostException(
                    address + " is no IPv4 or IPv6 address; names are resolved by ctx.http() only");
        }
        return InetAddress.getByAddress(ip.bytes());
    }

    private static String measured(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a domain name is longer than " + LONGEST_NAME + " characters");
        }
        return name;
    }

    public static String toAscii(String name) {
        return IDN.toASCII(measured(name));
    }

    public static String toAscii(String name, int flags) {
        return IDN.toASCII(measured(name), flags);
    }

    public static String toUnicode(String name) {
        return IDN.toUnicode(measured(name));
    }

    public static String toUnicode(String name, int flags) {
        return IDN.toUnicode(measured(name), flags);
    }
}
