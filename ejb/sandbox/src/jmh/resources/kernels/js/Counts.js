function kernel(data) {
    var words = data.words, counts = new Map();
    for (var round = 0; round < 5; round++) {
        for (var i = 0; i < words.length; i++) {
            var seen = counts.get(words[i]);
            counts.set(words[i], seen === undefined ? 1 : seen + 1);
        }
    }
    var most = 0, sum = 0;
    counts.forEach(function (n, word) {
        most = Math.max(most, n);
        sum += n * word.length;
    });
    return counts.size + ":" + most + ":" + sum;
}
