package io.countersign.sandbox.http;

import io.countersign.sandbox.http.Addresses.Reach;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where requests may go. Ask {@link #refuseHost} of the text first and {@link #refuseAddress} of every resolved address
 * after; a request may be sent to exactly the address that was asked about. Every refusal names the setting.
 */
public final class EgressPolicy {
    private static final Set<String> METADATA_NAMES = Set.of(
            "metadata",
            "metadata.google.internal",
            "metadata.goog",
            "instance-data",
            "instance-data.ec2.internal",
            "metadata.azure.internal",
            "metadata.tencentyun.com",
            "metadata.packet.net");
    private static final List<String> POINTING_INWARD = List.of(
            "nip.io",
            "sslip.io",
            "xip.io",
            "localtest.me",
            "lvh.me",
            "vcap.me",
            "lacolhost.com",
            "traefik.me",
            "local.gd");
    private static final Set<String> LOOPBACK_NAMES = Set.of(
            "localhost",
            "localhost.localdomain",
            "localhost6",
            "localhost6.localdomain6",
            "ip6-localhost",
            "ip6-loopback",
            "loopback",
            "broadcasthost");

    private final List<HostRule> allowed;
    private final boolean allowPrivate;
    private final List<HostRule> ofWorkflow;
    private final boolean narrows;

    private EgressPolicy(List<HostRule> allowed, boolean allowPrivate, List<HostRule> ofWorkflow, boolean narrows) {
        this.allowed = allowed;
        this.allowPrivate = allowPrivate;
        this.ofWorkflow = ofWorkflow;
        this.narrows = narrows;
    }

    /**
     * The server's policy.
     *
     * @param allowedHosts the value of EGRESS_ALLOWED_HOSTS, comma separated; null or blank: all public hosts
     * @param allowPrivate the value of EGRESS_ALLOW_PRIVATE
     * @throws IllegalArgumentException if an entry cannot be read; the message names it
     */
    public static EgressPolicy of(String allowedHosts, boolean allowPrivate) {
        List<String> entries = allowedHosts == null ? List.of() : Arrays.asList(allowedHosts.split(","));
        return new EgressPolicy(rules(entries), allowPrivate, List.of(), true);
    }

    /**
     * The same, narrowed by a workflow's allowed_hosts; empty narrows nothing.
     *
     * @throws IllegalArgumentException if an entry cannot be read
     */
    public EgressPolicy forWorkflow(Collection<String> allowedHosts) {
        return new EgressPolicy(allowed, allowPrivate, rules(allowedHosts), narrows);
    }

    /**
     * The same for requests that mocks answer: the server's list says where bytes may go, and none go. It still permits what
     * would be refused without it.
     */
    public EgressPolicy forMocks() {
        return new EgressPolicy(allowed, allowPrivate, ofWorkflow, false);
    }

    private static List<HostRule> rules(Collection<String> entries) {
        return entries.stream().filter(e -> !e.isBlank()).map(HostRule::parse).toList();
    }

    /**
     * Why a host may not be asked, judging by its text.
     *
     * @param host as {@link RequestGuard} normalised it: lower case, no trailing dot, IPv6 in brackets
     * @param port the port that is to be connected to
     */
    public Optional<String> refuseHost(String host, int port) {
        Optional<byte[]> address = Addresses.literal(host);
        if (narrows && !allowed.isEmpty() && !listed(allowed, host, port, address)) {
            return Optional.of(named(allowed, host, port, address) + " is not in EGRESS_ALLOWED_HOSTS");
        }
        if (!ofWorkflow.isEmpty() && !listed(ofWorkflow, host, port, address)) {
            return Optional.of(named(ofWorkflow, host, port, address) + " is not in the workflow's allowed_hosts");
        }
        if (address.isPresent()) {
            return refuse(host, port, address.get(), true);
        }
        return refuseName(host, port);
    }

    /** What is not listed: the host, or only that port of it. */
    private static String named(List<HostRule> rules, String host, int port, Optional<byte[]> address) {
        boolean otherPort = rules.stream().anyMatch(rule -> rule.matchesHost(host, address));
        return otherPort ? "port " + port + " of host " + host : "host " + host;
    }

    private Optional<String> refuseName(String host, int port) {
        boolean named = allowed.stream().anyMatch(r -> r.matchesName(host, port));
        boolean loopback = LOOPBACK_NAMES.contains(host) || host.endsWith(".localhost");
        boolean inward = POINTING_INWARD.stream().anyMatch(s -> host.equals(s) || host.endsWith("." + s));
        if ((loopback || inward) && !allowPrivate) {
            return Optional.of(
                    "host " + host
                            + " leads to this machine or a private network; list it in EGRESS_ALLOWED_HOSTS and set EGRESS_ALLOW_PRIVATE=true to allow it");
        }
        if (METADATA_NAMES.contains(host) && !(named && allowPrivate)) {
            return Optional.of("host " + host + " is a cloud metadata service; EGRESS_ALLOWED_HOSTS does not list it");
        }
        return Optional.empty();
    }

    /**
     * Why a resolved address may not be connected to.
     *
     * @param host the text that was resolved, as {@link RequestGuard} normalised it
     * @param port the port that is to be connected to
     * @param resolved what it resolved to
     */
    public Optional<String> refuseAddress(String host, int port, InetAddress resolved) {
        return refuse(host, port, resolved.getAddress(), Addresses.literal(host).isPresent());
    }

    private Optional<String> refuse(String host, int port, byte[] address, boolean literal) {
        Reach reach = Addresses.reach(address);
        boolean listed = allowed.stream().anyMatch(r -> r.matchesAddress(address, port));
        boolean permitted = listed
                || switch (reach) {
                    case PUBLIC -> true;
                    case PRIVATE, LOOPBACK -> allowPrivate;
                    case SPECIAL -> false;
                };
        if (permitted) {
            return Optional.empty();
        }
        String what = literal ? "address " + host : "host " + host + " leads to an address that";
        String kind = reach == Reach.PRIVATE
                ? "private"
                : reach == Reach.LOOPBACK ? "loopback" : "link-local, metadata or reserved";
        return Optional.of(what + " is " + kind + "; list it by IP or CIDR in EGRESS_ALLOWED_HOSTS"
                + (reach == Reach.SPECIAL ? "" : " or set EGRESS_ALLOW_PRIVATE=true") + " to allow it");
    }

    private static boolean listed(List<HostRule> rules, String host, int port, Optional<byte[]> address) {
        return rules.stream()
                .anyMatch(
                        r -> r.matchesName(host, port) || address.isPresent() && r.matchesAddress(address.get(), port));
    }
}
