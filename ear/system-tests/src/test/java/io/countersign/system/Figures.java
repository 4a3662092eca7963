package io.countersign.system;

/** The figures that a server tells on its management port. */
final class Figures {
    private Figures() {}

    static double of(TestServer house, String name) {
        Api management = new Api("http://127.0.0.1:" + house.managementPort(), null);
        return management
                .get("/metrics")
                .expect(200)
                .text()
                .lines()
                .filter(line -> name.equals(withoutTheServersTag(line.substring(0, line.lastIndexOf(' ')))))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure " + name));
    }

    /** The server adds whose figure it is. */
    private static String withoutTheServersTag(String figure) {
        return figure.replaceFirst("WF_DEPLOYMENT=\"[^\"]*\",?", "")
                .replaceFirst(",?WF_DEPLOYMENT=\"[^\"]*\"", "")
                .replace("{}", "")
                .replace(",}", "}");
    }
}
