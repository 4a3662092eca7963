List words = data.words
Map<String, Integer> counts = new HashMap<>()
for (int round = 0; round < 5; round++) {
    for (String word : words) {
        counts.merge(word, 1, { a, b -> a + b })
    }
}
int most = 0
long sum = 0
for (Map.Entry<String, Integer> e : counts.entrySet()) {
    most = Math.max(most, e.getValue())
    sum += e.getValue() * e.getKey().length()
}
return counts.size() + ":" + most + ":" + sum
