function kernel() {
    var all = [], x = 17;
    for (var i = 0; i < 2000; i++) {
        x = (x * 31 + i) % 65521;
        all.push({host: "host-" + (x % 400), score: x % 50});
    }
    all.sort(function (a, b) {
        return a.score !== b.score ? b.score - a.score : a.host < b.host ? -1 : a.host > b.host ? 1 : 0;
    });
    return all[0].host + ":" + all[1000].host + ":" + all[1999].score;
}
