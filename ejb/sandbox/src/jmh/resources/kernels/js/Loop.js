function kernel() {
    var x = 7, sum = 0;
    for (var i = 0; i < 200; i++) {
        for (var j = 1; j <= 1000; j++) {
            x = (x * 31 + j) % 65521;
            sum += x ^ (j & 255);
        }
    }
    return sum + ":" + x;
}
