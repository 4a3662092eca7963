class Finding {
    final String host
    final int score

    Finding(String host, int score) {
        this.host = host
        this.score = score
    }
}

List<Finding> all = new ArrayList<>()
int x = 17
for (int i = 0; i < 2000; i++) {
    x = (x * 31 + i) % 65521
    all.add(new Finding("host-" + x % 400, x % 50))
}
all.sort { a, b -> a.score != b.score ? b.score - a.score : a.host.compareTo(b.host) }
return all.get(0).host + ":" + all.get(1000).host + ":" + all.get(1999).score
