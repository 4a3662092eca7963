package io.countersign.script;

import java.util.Objects;
import java.util.Optional;

/** A network of IPv4 or IPv6 addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
public final class Cidr {
    private final Ip network;
    private final int prefix;

    private Cidr(Ip network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /**
     * The network that a text is; bits beyond the prefix are set to 0, and an address alone is a network of one.
     *
     * @throws IllegalArgumentException if it is none; the message names it
     */
    public static Cidr parse(String text) {
        Objects.requireNonNull(text, "the network must not be null");
        int slash = text.indexOf('/');
        if (slash < 0) {
            Ip alone = Ip.parse(text);
            return of(alone, alone.bits());
        }
        String number = text.substring(slash + 1);
        String address = text.substring(0, slash);
        Ip ip = Ip.parse(address);
        // the prefix of a mapped address counts the bits of IPv6
        int before = ip.isV4() && address.indexOf(':') >= 0 ? 96 : 0;
        if (!number.matches("0|[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException("'" + text + "' has no prefix length after the slash");
        }
        int prefix = Integer.parseInt(number) - before;
        if (prefix < 0 || prefix > ip.bits()) {
            throw new IllegalArgumentException(
                    "the prefix length of '" + text + "' is not " + before + " to " + (before + ip.bits()));
        }
        return of(ip, prefix);
    }

    /** The network that a text is, empty if it is none. */
    public static Optional<Cidr> tryParse(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The network of the first bits of an address. */
    public static Cidr of(Ip address, int prefix) {
        if (prefix < 0 || prefix > address.bits()) {
            throw new IllegalArgumentException("the prefix length " + prefix + " is not 0 to " + address.bits());
        }
        byte[] bytes = address.bytes();
        for (int i = prefix; i < address.bits(); i++) {
            bytes[i / 8] &= (byte) ~(0x80 >> i % 8);
        }
        return new Cidr(Ip.of(bytes), prefix);
    }

    /** Whether the address is of this network; an IPv4 address is of no IPv6 network. */
    public boolean contains(Ip address) {
        return address.bits() == network.bits() && IpText.sameBits(address.bytes(), network.bytes(), prefix);
    }

    /** Whether the address that the text is belongs to this network. */
    public boolean contains(String address) {
        return contains(Ip.parse(address));
    }

    /** Whether all of the other network is of this one. */
    public boolean contains(Cidr other) {
        return other.prefix >= prefix && contains(other.network);
    }

    /** Whether some address is of both. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** Its first address. */
    public Ip network() {
        return network;
    }

    /** Its last address. */
    public Ip last() {
        byte[] bytes = network.bytes();
        for (int i = prefix; i < network.bits(); i++) {
            bytes[i / 8] |= (byte) (0x80 >> i % 8);
        }
        return Ip.of(bytes);
    }

    /** How many bits its addresses have in common. */
    public int prefix() {
        return prefix;
    }

    /** The normal form: {@code 10.0.0.0/8}. */
    @Override
    public String toString() {
        return network + "/" + prefix;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr c && c.prefix == prefix && c.network.equals(network);
    }

    @Override
    public int hashCode() {
        return network.hashCode() * 31 + prefix;
    }
}
