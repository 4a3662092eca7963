int weight(int severity, List tags) {
    int weight = severity * severity
    for (String t : tags) {
        if (t.startsWith("ransom")) {
            weight += 50
        } else if (t.equals("lateral")) {
            weight += 20
        } else if (t.contains("test")) {
            weight -= 5
        }
    }
    return weight
}

Map<String, Map<String, Object>> hosts = new LinkedHashMap<>()
for (Map alert : data.alerts) {
    Map source = alert.get("source")
    int severity = alert.get("severity")
    if (severity < 3 || alert.get("closed") == true) {
        continue
    }
    Map<String, Object> host = hosts.computeIfAbsent(source.get("host"), { h -> new LinkedHashMap<>() })
    host.put("count", host.getOrDefault("count", 0) + 1)
    host.put("score", host.getOrDefault("score", 0) + weight(severity, alert.get("tags")))
    host.put("last", source.get("ip"))
}
int worst = 0
String name = ""
for (Map.Entry<String, Map<String, Object>> e : hosts.entrySet()) {
    int score = e.getValue().get("score")
    if (score > worst) {
        worst = score
        name = e.getKey() + "/" + e.getValue().get("last") + "/" + e.getValue().get("count")
    }
}
return hosts.size() + ":" + name + ":" + worst
